import { type Day, studyDayOf } from '../day.ts';
import { examOf } from '../exam/opening.ts';
import type { Entry } from '../history/entry.ts';
import type { SessionStarted } from '../history/event.ts';
import { withoutRepeats } from '../history/repeats.ts';
import { saysTheSame } from '../history/unite.ts';
import { withoutVoided } from '../history/voided.ts';

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
  const anchors = anchorsIn(withoutVoided(withoutRepeats(all)), new Set(lines), isFuture);
  for (const line of anchors ?? lines) stay(line, 'future');
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

/** What of an event says what it belongs to. */
interface Line {
  readonly entry: Entry;
  readonly id: string;
  readonly type: string;
  readonly mode: string | null;
  readonly session: string | null;
  readonly target: string | null;
  /** The opening of an exam, or of a practice judged at its end. */
  readonly opensSheet: boolean;
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

/** One and the same event is looked at for several plans. */
const known = new WeakMap<Entry, Line>();

function lineOf(entry: Entry): Line {
  const line = known.get(entry) ?? lineIn(entry);
  known.set(entry, line);
  return line;
}

function lineIn(entry: Entry): Line {
  const event = JSON.parse(entry.text) as Readonly<Record<string, unknown>>;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const type = event.type as string;
  return {
    entry,
    id: entry.id,
    type,
    mode: text(event.mode),
    session: text(event.session),
    target: text(event.target),
    opensSheet: type === 'session-started' && examOf(event as unknown as SessionStarted) !== null,
  };
}

const sessionOf = ({ session, id }: Line): string => session ?? id;

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

/**
 * The lines that say where those of the future belong: the last of each kind before each of them. Null where one has
 * nothing before it in its file: then what is read first says so, and nothing may come before that.
 */
function anchorsIn(
  counting: readonly Line[],
  ofHistory: ReadonlySet<Line>,
  isFuture: (line: Line) => boolean,
): ReadonlySet<Line> | null {
  const anchors = new Set<Line>();
  const last = new Map<string, Line>();
  let [answers, marks] = [0, 0];
  for (const line of counting) {
    if (!ofHistory.has(line)) continue;
    if (!isFuture(line)) {
      last.set(`${line.type} ${line.mode}`, line);
      if (isReview(line)) answers++;
      // Not every opening is looked at by the fold.
      else if (line.type !== 'session-started' || line.mode === 'exam') marks++;
      continue;
    }
    if ((isReview(line) ? answers : marks) === 0) return null;
    for (const anchor of last.values()) anchors.add(anchor);
  }
  return anchors;
}

const isReview = ({ type }: Line): boolean => type === 'answered' || type === 'imported';

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
