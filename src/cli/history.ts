import { diffSessions } from '../core/analysis/diff.ts';
import { listSessions, sessionsNamed, showSession } from '../core/analysis/sessions.ts';
import { parseInstant, studyDayOf } from '../core/day.ts';
import type { HistoryEvent } from '../core/history/event.ts';
import { readable } from '../core/history/readable.ts';
import { loadWidths, widthOf } from '../prompts/width.ts';
import { renderHistoryDiff } from '../report/history-diff.ts';
import { renderHistoryListJson, renderHistoryShowJson } from '../report/history-json.ts';
import { renderHistoryList } from '../report/history-list.ts';
import { renderHistoryShow } from '../report/history-show.ts';
import { jsonText } from '../report/json-text.ts';
import { type HistoryFile, openHistory } from '../store/history-file.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { reasonText } from './store-faults.ts';

interface JsonOption {
  readonly json?: boolean;
}

/** Every event of the history; what is wrong with it is said beside the report. */
export function readEvents(context: Context): readonly HistoryEvent[] {
  const file = openHistory(context.home.history, { now: () => context.io.now() });
  if (file.repaired) context.notice(context.words.history.torn(file.repaired.bytes, file.repaired.keptIn));
  const events = eventsIn(file, context);
  file.close();
  return events;
}

/** Every event of a history that is open already; damage is said beside the report. */
export function eventsIn(file: HistoryFile, context: Context): readonly HistoryEvent[] {
  const { events, faults } = file.readAll();
  for (const { line, reason } of faults)
    context.notice(context.words.history.damagedLine(line, reasonText(reason, context.words)));
  return events.map(readable);
}

/** `quiz history list` */
export async function runHistoryList(context: Context, options: JsonOption): Promise<ExitCode> {
  await loadWidths();
  const rows = listSessions(readEvents(context));
  if (options.json) context.io.output.write(renderHistoryListJson(rows));
  else if (rows.length === 0) context.print(context.words.history.empty);
  else context.show(renderHistoryList(rows, context.words.reports.historyList, widthOf));
  return EXIT.done;
}

/** `quiz history show SESSION` */
export async function runHistoryShow(context: Context, id: string, options: JsonOption): Promise<ExitCode> {
  await loadWidths();
  const events = readEvents(context);
  const story = showSession(events, id);
  if (!story) throw noSession(context, events, id);
  if (options.json) context.io.output.write(renderHistoryShowJson(story));
  else context.show(renderHistoryShow(story, context.words.reports.historyShow, widthOf));
  return EXIT.done;
}

/** What no session is called, or several. */
export function noSession(context: Context, events: readonly HistoryEvent[], id: string): UserError {
  const { history } = context.words;
  const named = sessionsNamed(events, id);
  const [message, hint] =
    named.length > 1
      ? [history.severalSessions(id, named.length), named.join(', ')]
      : [history.noSession(id), history.noSessionHint];
  return new UserError('SESSION_NOT_FOUND', EXIT.notFound, message, hint);
}

/** `quiz history diff A B` */
export async function runHistoryDiff(
  context: Context,
  before: string,
  after: string,
  options: JsonOption,
): Promise<ExitCode> {
  await loadWidths();
  const events = readEvents(context);
  const diff = diffSessions(events, before, after);
  if (!diff) throw noSession(context, events, showSession(events, before) ? after : before);
  const open = [diff.before, diff.after].find(({ session }) => session.isOpen);
  const { errors } = context.words.exam;
  if (open) throw new UserError('EXAM_OPEN', EXIT.usage, errors.notOver(open.session.shortId), errors.notOverHint);
  if (options.json) context.print(jsonText(diff));
  else context.show(renderHistoryDiff(diff, context.words.reports.historyDiff, widthOf));
  return EXIT.done;
}

/** `quiz history verify`: reads everything; 4 where something is damaged. */
export async function runHistoryVerify(context: Context, options: JsonOption): Promise<ExitCode> {
  const { history } = context.words;
  const file = openHistory(context.home.history, { now: () => context.io.now() });
  const { events, faults } = file.readAll();
  file.close();
  const notices = noticesOf(events, context);
  if (options.json) {
    const repaired = file.repaired ?? null;
    context.print(
      JSON.stringify(
        { path: context.home.history, whole: faults.length === 0, events: events.length, faults, repaired, notices },
        null,
        2,
      ),
    );
  } else {
    if (file.repaired) context.print(history.torn(file.repaired.bytes, file.repaired.keptIn));
    for (const { line, reason } of faults) context.print(history.damagedLine(line, reasonText(reason, context.words)));
    for (const notice of notices) context.print(notice);
    if (faults.length === 0) context.print(events.length === 0 ? history.empty : history.whole(events.length));
    else context.notice(context.words.errors.historyDamagedHint);
  }
  return faults.length > 0 ? EXIT.data : EXIT.done;
}

const KNOWN = new Set([
  'session-started',
  'answered',
  'session-ended',
  'voided',
  'starred',
  'suspended',
  'noted',
  'studied',
  'flagged',
  'cause',
  'tuned',
  'imported',
]);

/** What is odd but no damage. */
function noticesOf(events: readonly HistoryEvent[], context: Context): string[] {
  const { notices } = context.words.history;
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const unknown = new Map<string, number>();
  let future = 0;
  const today = studyDayOf(context.io.now());
  for (const { id, type, at } of events) {
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
    if (!KNOWN.has(type)) unknown.set(type, (unknown.get(type) ?? 0) + 1);
    const instant = parseInstant(at);
    if (instant && studyDayOf(instant) > today + 1) future++;
  }
  return [
    ...[...repeated].map((id) => notices.repeatedId(id)),
    ...[...unknown].map(([type, count]) => notices.unknownType(type, count)),
    ...(future > 0 ? [notices.futureEvents(future)] : []),
  ];
}
