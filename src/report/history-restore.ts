import { jsonText } from './json-text.ts';
/** What restoring a backup comes to, or came to. */
export interface RestoreReport {
  readonly name: string;
  /** Null where it is no backup of the home but a file. */
  readonly reason: string | null;
  /** Faults of the backup itself. */
  readonly faults: number;
  readonly keepLater: boolean;
  /** The history is what the backup holds. */
  readonly isSame: boolean;
  readonly after: { readonly events: number; readonly firstOn: string | null; readonly lastOn: string | null };
  /** Events that came after the backup, by study day: they go, or stay where that was asked for. */
  readonly later: readonly { readonly day: string; readonly events: number }[];
  readonly comes: number;
  readonly archived: number;
  readonly conflicts: number;
}

export interface RestoreWords {
  readonly from: (name: string, why: string | null) => string;
  readonly after: (events: number, span: string) => string;
  readonly span: (first: string, last: string) => string;
  readonly goes: (events: number, days: string) => string;
  readonly keeps: (events: number, days: string) => string;
  readonly goesNone: string;
  readonly keepLater: string;
  readonly comes: (events: number) => string;
  readonly inArchive: (events: number) => string;
  readonly conflicts: (ids: number) => string;
  readonly day: (day: string, events: number) => string;
  readonly dayGap: string;
  readonly moreDays: (days: number) => string;
  readonly damaged: (faults: number) => string;
  readonly damagedRead: (faults: number) => string;
  readonly nothing: string;
}

/** For people: what will be there, what comes, and what goes. */
export function renderRestore(report: RestoreReport, why: string | null, words: RestoreWords): string {
  const { name, faults, keepLater, after, later, comes, archived, conflicts } = report;
  const lines = [words.from(name, why)];
  if (faults > 0) lines.push(keepLater ? words.damagedRead(faults) : words.damaged(faults));
  const { events, firstOn, lastOn } = after;
  lines.push(words.after(events, firstOn !== null && lastOn !== null ? words.span(firstOn, lastOn) : ''));
  if (archived > 0) lines.push(words.inArchive(archived));
  if (comes > 0) lines.push(words.comes(comes));
  if (later.length === 0) lines.push(words.goesNone);
  else {
    const days = daysOf(later, words);
    lines.push(keepLater ? words.keeps(eventsOf(later), days) : words.goes(eventsOf(later), days));
    if (!keepLater) lines.push(words.keepLater);
  }
  if (conflicts > 0) lines.push(words.conflicts(conflicts));
  return lines.map((line) => `${line}\n`).join('');
}

/** For programs; `undo` is the backup of what was there before, where something was changed. */
export function renderRestoreJson(report: RestoreReport, changed: boolean, undo: string | null): string {
  const { name, reason, faults, keepLater, after, later, comes, archived, conflicts } = report;
  const moved = { events: eventsOf(later), days: later };
  const none = { events: 0, days: [] };
  const document = {
    changed,
    backup: { name, reason, faults },
    keepLater,
    after,
    goes: keepLater ? none : moved,
    stays: keepLater ? moved : none,
    comes: { events: comes },
    archived: { events: archived },
    conflicts,
    undo,
  };
  return `${jsonText(document)}\n`;
}

const MOST_DAYS = 5;

const eventsOf = (days: RestoreReport['later']): number => days.reduce((sum, { events }) => sum + events, 0);

function daysOf(days: RestoreReport['later'], words: RestoreWords): string {
  const some = days.slice(-MOST_DAYS).map(({ day, events }) => words.day(day, events));
  return some.join(words.dayGap) + (days.length > MOST_DAYS ? words.moreDays(days.length) : '');
}
