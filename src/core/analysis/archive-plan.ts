import { type Day, studyDayOf } from '../day.ts';
import type { Entry } from '../history/entry.ts';
import { withoutRepeats } from '../history/repeats.ts';
import { saysTheSame } from '../history/unite.ts';
import { withoutVoided } from '../history/voided.ts';
import { type Line, lineOf, sessionOf } from './archive-line.ts';
import { placing } from './archive-placing.ts';

export interface ArchiveInput {
  /** In the order of the file. */
  readonly history: readonly Entry[];
  /** Of all files that hold old events already. */
  readonly archived: readonly Entry[];
  /** Events before this study day go, by the offset recorded in each; null: none but those that are archived already. */
  readonly before: Day | null;
  readonly today: Day;
}

/** Why an old event stays where it is. */
export type Stay =
  /** Of an exam, or a practice judged at its end, that is not over. */
  | 'open'
  /** What belongs to it happened later. */
  | 'straddling'
  /** A wrong clock dated the one behind it into the future: where that one belongs is said by this one. */
  | 'future'
  /** Another event has its id. */
  | 'disputed';

export interface ArchivePlan {
  /** Lines that leave the history, in the order of the file. */
  readonly leaving: readonly Entry[];
  /** Of them, those that the archive lacks, each once. */
  readonly fresh: readonly Entry[];
  /** Old events that stay. */
  readonly staying: ReadonlyMap<Stay, number>;
}

/**
 * What can leave a history so that all that is known of it stays the same. What belongs together stays together: a session
 * with all its events, and an event with what takes it back or says its cause.
 */
export function planArchive({ history, archived, before, today }: ArchiveInput): ArchivePlan {
  const lines = history.map(lineOf);
  const all = [...archived.map(lineOf), ...lines];
  const groupOf = groupsIn(all);
  const isArchived = among(archived);
  const isOld = ({ entry }: Line): boolean => before !== null && studyDayOf(entry.at) < before;
  const isFuture = ({ entry }: Line): boolean => studyDayOf(entry.at) > today + 1;
  const stays = new Map<string, Stay>();
  const stay = (line: Line, why: Stay): void => {
    if (!stays.has(groupOf(line))) stays.set(groupOf(line), why);
  };
  const open = openSessions(all);
  for (const line of lines) if (open.has(sessionOf(line))) stay(line, 'open');
  for (const line of placing(withoutVoided(withoutRepeats(all)), lines, isFuture)) stay(line, 'future');
  const disputed = disputedIds([...archived, ...history]);
  for (const line of lines) if (disputed.has(line.id)) stay(line, 'disputed');
  for (const line of lines)
    if (!isOld(line) && !isArchived(line.entry)) stay(line, isFuture(line) ? 'future' : 'straddling');
  stayTogether(
    lines,
    (line) => stays.has(groupOf(line)),
    (line) => stay(line, 'straddling'),
  );

  const leaving = lines.filter((line) => !stays.has(groupOf(line))).map(({ entry }) => entry);
  const staying = new Map<Stay, number>();
  for (const line of lines) {
    const why = isOld(line) ? stays.get(groupOf(line)) : undefined;
    if (why) staying.set(why, (staying.get(why) ?? 0) + 1);
  }
  const fresh = new Map(leaving.filter((entry) => !isArchived(entry)).map((entry) => [entry.id, entry]));
  return { leaving, fresh: [...fresh.values()], staying };
}

/** Which of the practices of one day was the last is said by the order of their lines, so they go together. */
function stayTogether(lines: readonly Line[], isStaying: (line: Line) => boolean, stay: (line: Line) => void): void {
  const practices = lines.filter(({ mode }) => mode === 'practice');
  const held = new Set<Day>();
  for (let known = -1; known < held.size; ) {
    known = held.size;
    for (const line of practices) if (isStaying(line)) held.add(studyDayOf(line.entry.at));
    for (const line of practices) if (held.has(studyDayOf(line.entry.at))) stay(line);
  }
}

/** What an event belongs to: a session, or the event that it is about and so on, or itself. */
function groupsIn(lines: readonly Line[]): (line: Line) => string {
  const targets = new Set(lines.flatMap(({ target }) => target ?? []));
  const known = new Map(lines.flatMap((line) => (targets.has(line.id) ? [[line.id, line]] : [])));
  return (line) => {
    let at = line;
    // As many steps as there are targets: a circle, which nobody can have written, ends there.
    for (let steps = 0; at.target !== null && steps <= targets.size; steps++) {
      const target = known.get(at.target);
      if (!target) return at.target;
      at = target;
    }
    return sessionOf(at);
  };
}

/** Sessions on a sheet that was not handed in. */
function openSessions(lines: readonly Line[]): ReadonlySet<string> {
  const open = new Set(lines.flatMap((line) => (line.mode === 'exam' || line.opensSheet ? [sessionOf(line)] : [])));
  for (const line of withoutVoided(lines)) if (line.type === 'session-ended') open.delete(sessionOf(line));
  return open;
}

function among(entries: readonly Entry[]): (entry: Entry) => boolean {
  const texts = new Map<string, string[]>();
  for (const { id, text } of entries) texts.set(id, [...(texts.get(id) ?? []), text]);
  return ({ id, text }) => texts.get(id)?.some((known) => saysTheSame(known, text)) ?? false;
}

function disputedIds(entries: readonly Entry[]): ReadonlySet<string> {
  const texts = new Map<string, string>();
  const disputed = new Set<string>();
  for (const { id, text } of entries) {
    const known = texts.get(id);
    if (known === undefined) texts.set(id, text);
    else if (!disputed.has(id) && !saysTheSame(known, text)) disputed.add(id);
  }
  return disputed;
}
