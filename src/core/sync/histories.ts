import type { Day } from '../day.ts';
import type { Entry } from '../history/entry.ts';
import { saysTheSame, unite } from '../history/unite.ts';
import { HISTORY } from './carried.ts';

/** A learner's events: those of `history.json` and of each archive, by the path of the file. */
export type Histories = ReadonlyMap<string, readonly Entry[]>;

export interface Difference {
  /** Events that only the later one has. */
  readonly added: readonly Entry[];
  /** Events that only the earlier one has. */
  readonly lost: readonly Entry[];
}

/** What one state of a learner's events has and the other has not, in whatever files they stand. */
export function difference(before: Histories, after: Histories): Difference {
  const [old, now] = [idsOf(before), idsOf(after)];
  const missingFrom = (known: Ids, histories: Histories): Entry[] =>
    [...histories.values()].flatMap((entries) => entries.filter((entry) => !has(known, entry)));
  return { added: missingFrom(old, after), lost: missingFrom(now, before) };
}

/**
 * Whether a state has every event of all sides and none besides, by how it differs from each of them. Somebody's merge by
 * lines is believed only then.
 */
export function isUnion(fromEach: readonly Difference[]): boolean {
  if (fromEach.some(({ lost }) => lost.length > 0)) return false;
  const [first = [], ...others] = fromEach.map(({ added }) => added);
  const elsewhere = others.map((added) => idsOf(new Map([['', added]])));
  return !first.some((entry) => elsewhere.every((ids) => has(ids, entry)));
}

/** Whether an event stands twice, in one file or in two; and the ids under which events say different things. */
export function examine(histories: Histories): { readonly hasRepeats: boolean; readonly conflicts: readonly string[] } {
  const ids: Ids = new Map();
  let hasRepeats = false;
  for (const entries of histories.values()) for (const entry of entries) if (!isFirst(ids, entry)) hasRepeats = true;
  return { hasRepeats, conflicts: [...ids].filter(([, texts]) => texts.length > 1).map(([id]) => id) };
}

/**
 * The union of all sides, each event once: one that an archive has leaves `history.json`, and of two archives the first by
 * name keeps it. An archive that nothing is left in is none.
 */
export function settle(sides: readonly Histories[], today: Day): Map<string, readonly Entry[]> {
  const paths = [...new Set(sides.flatMap((side) => [...side.keys()]))].filter((path) => path !== HISTORY).sort();
  const taken: Ids = new Map();
  const histories = new Map<string, readonly Entry[]>();
  for (const path of [...paths, HISTORY]) {
    const united = unite(
      sides.map((side) => side.get(path) ?? []),
      today,
    );
    const entries = united.entries.filter((entry) => isFirst(taken, entry));
    if (entries.length > 0 || path === HISTORY) histories.set(path, entries);
  }
  return histories;
}

/** Counted without reading the whole of a line: it is for a message. */
export const isAnswer = ({ text }: Entry): boolean => /"type"\s*:\s*"answered"/.test(text);

type Ids = Map<string, readonly string[]>;

function idsOf(histories: Histories): Ids {
  const ids: Ids = new Map();
  for (const entries of histories.values()) for (const entry of entries) isFirst(ids, entry);
  return ids;
}

const has = (ids: Ids, { id, text }: Entry): boolean => ids.get(id)?.some((known) => saysTheSame(known, text)) ?? false;

/** Notes an event; false where it was noted before. */
function isFirst(ids: Ids, entry: Entry): boolean {
  if (has(ids, entry)) return false;
  ids.set(entry.id, [...(ids.get(entry.id) ?? []), entry.text]);
  return true;
}
