import { formatDay } from '../core/day.ts';
import type { Gain } from '../core/history/gain.ts';
import type { EventConflict, FilePlan, MergePlan } from '../core/history/merge-plan.ts';
import { oneLine, shortened } from './one-line.ts';

/** A line that cannot be read, from 1; the reason is a code. */
export interface Unreadable {
  readonly line: number;
  readonly reason: string;
}

export interface MergeWords {
  readonly file: (name: string, events: number) => string;
  readonly fresh: (events: number, parts: string) => string;
  readonly parts: (gain: { readonly answers: number; readonly sessions: number; readonly imported: number }) => string;
  readonly days: (from: string, to: string) => string;
  readonly devices: (names: string) => string;
  readonly future: (events: number) => string;
  readonly already: (events: number) => string;
  readonly conflicts: (count: number) => string;
  readonly conflict: (id: string) => string;
  readonly difference: (field: string, here: string | null, there: string | null) => string;
  readonly unreadable: (place: string, reason: string) => string;
  readonly torn: (place: string) => string;
  readonly more: (count: number) => string;
  readonly listGap: string;
}

/** Lines of one kind that a person is shown; `--json` has them all. */
export const MOST_SHOWN = 20;
/** Characters of a value in which two events differ. */
const VALUE_LENGTH = 60;

/** What each file would bring, and what is doubtful about it. */
export function renderMergePlan(
  plan: MergePlan,
  unreadable: readonly (readonly Unreadable[])[],
  words: MergeWords,
  reasonOf: (code: string) => string,
): string {
  const lines = plan.files.flatMap((file, index) => [
    ...fileLines(file, words),
    ...doubtLines(file.name, unreadable[index] ?? [], words, reasonOf),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

function fileLines(file: FilePlan, words: MergeWords): string[] {
  const { gain, already, conflicts } = file;
  return [
    words.file(oneLine(file.name), file.events),
    ...(gain.events > 0 ? [words.fresh(gain.events, partsOf(gain, words))] : []),
    ...(gain.future > 0 ? [words.future(gain.future)] : []),
    ...(already > 0 ? [words.already(already)] : []),
    ...(conflicts.length > 0 ? [words.conflicts(conflicts.length)] : []),
    ...cut(
      conflicts.flatMap((conflict) => conflictLines(conflict, words)),
      words,
    ),
  ];
}

function partsOf(gain: Gain, words: MergeWords): string {
  const { from, to, devices } = gain;
  return [
    words.parts(gain),
    from === null || to === null ? '' : words.days(formatDay(from), formatDay(to)),
    devices.length > 0 ? words.devices(shortened(devices.join(words.listGap), VALUE_LENGTH)) : '',
  ]
    .filter(Boolean)
    .join(words.listGap);
}

function conflictLines({ id, differences }: EventConflict, words: MergeWords): string[] {
  const value = (text: string | null): string | null => text && shortened(text, VALUE_LENGTH);
  return [
    words.conflict(shortened(id, VALUE_LENGTH)),
    ...differences.map(({ field, here, there }) =>
      words.difference(shortened(field, VALUE_LENGTH), value(here), value(there)),
    ),
  ];
}

/** Each line that cannot be read, by file and line. */
export function doubtLines(
  name: string,
  unreadable: readonly Unreadable[],
  words: Pick<MergeWords, 'unreadable' | 'torn' | 'more'>,
  reasonOf: (code: string) => string,
): string[] {
  const placeOf = (line: number): string => `${oneLine(name)}:${line}`;
  return cut(
    unreadable.map(({ line, reason }) =>
      reason === 'NO_END_LINE' ? words.torn(placeOf(line)) : words.unreadable(placeOf(line), reasonOf(reason)),
    ),
    words,
  );
}

/** The first lines, and how many more there are. */
export const cut = (lines: readonly string[], { more }: { readonly more: (count: number) => string }): string[] =>
  lines.length <= MOST_SHOWN ? [...lines] : [...lines.slice(0, MOST_SHOWN), more(lines.length - MOST_SHOWN)];
