import type { Answered, Ending, HistoryEvent } from '../history/event.ts';

/** What stands at one place of an answer sheet. */
export interface SheetEntry {
  /** The answers given and not taken back, in order of time; the last one counts. */
  readonly answers: readonly Answered[];
  readonly flagged: boolean;
  /** Time spent on the question, with and without an answer. */
  readonly spentMs: number;
}

/** An answer sheet: a fold over the events of one exam, in order of time. */
export interface Sheet {
  readonly entries: ReadonlyMap<string, SheetEntry>;
  readonly ended: Ending | null;
}

export const EMPTY_SHEET: Sheet = { entries: new Map(), ended: null };
const UNTOUCHED: SheetEntry = { answers: [], flagged: false, spentMs: 0 };

export const entryOf = (sheet: Sheet, ref: string): SheetEntry => sheet.entries.get(ref) ?? UNTOUCHED;

/** The answer that counts; null for a blank. */
export const answerAt = (sheet: Sheet, ref: string): Answered | null => entryOf(sheet, ref).answers.at(-1) ?? null;

/** The sheet after one more event of its exam. Events of other kinds leave it as it is. */
export function stepSheet(sheet: Sheet, event: HistoryEvent): Sheet {
  switch (event.type) {
    case 'answered':
      return change(sheet, event.item, (entry) => ({
        ...entry,
        answers: [...entry.answers, event],
        spentMs: entry.spentMs + event.ms,
      }));
    case 'viewed':
      return change(sheet, event.item, (entry) => ({ ...entry, spentMs: entry.spentMs + event.ms }));
    case 'flagged':
      return change(sheet, event.item, (entry) => ({ ...entry, flagged: event.on }));
    case 'voided':
      return withoutAnswer(sheet, event.target);
    case 'session-ended':
      return { ...sheet, ended: event.how };
    default:
      return sheet;
  }
}

/** The events of one exam, of all that are known: its own, and what takes one of them back, in whatever order they stand. */
export function eventsOfExam(events: readonly HistoryEvent[], session: string): HistoryEvent[] {
  const own = new Set<string>([session]);
  const isOwn = (event: HistoryEvent): boolean =>
    own.has(event.id) ||
    ('session' in event && event.session === session) ||
    (event.type === 'voided' && own.has(event.target));
  for (let known = 0; known < own.size; ) {
    known = own.size;
    for (const event of events) if (isOwn(event)) own.add(event.id);
  }
  return events.filter(isOwn);
}

export const foldSheet = (events: readonly HistoryEvent[]): Sheet => events.reduce(stepSheet, EMPTY_SHEET);

function change(sheet: Sheet, ref: string, by: (entry: SheetEntry) => SheetEntry): Sheet {
  return { ...sheet, entries: new Map(sheet.entries).set(ref, by(entryOf(sheet, ref))) };
}

/** The time that was spent on an answer stays spent when it is taken back. */
function withoutAnswer(sheet: Sheet, id: string): Sheet {
  const found = [...sheet.entries].find(([, entry]) => entry.answers.some((answer) => answer.id === id));
  if (!found) return sheet;
  return change(sheet, found[0], (entry) => ({
    ...entry,
    answers: entry.answers.filter((answer) => answer.id !== id),
  }));
}
