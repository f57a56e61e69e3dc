import { diffSessions } from '../core/analysis/diff.ts';
import { type ImportedSum, sumImported } from '../core/analysis/imported.ts';
import { listSessions, sessionsNamed, showSession } from '../core/analysis/sessions.ts';
import { formatDay } from '../core/day.ts';
import type { HistoryEvent } from '../core/history/event.ts';
import { readable } from '../core/history/readable.ts';
import { withoutRepeats } from '../core/history/repeats.ts';
import { loadWidths, widthOf } from '../prompts/width.ts';
import { renderHistoryDiff } from '../report/history-diff.ts';
import { renderHistoryListJson, renderHistoryShowJson } from '../report/history-json.ts';
import { renderHistoryList } from '../report/history-list.ts';
import { renderHistoryShow } from '../report/history-show.ts';
import { jsonText } from '../report/json-text.ts';
import type { HistoryFile } from '../store/history-file.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { openedHistory } from './opened-history.ts';
import { faultText } from './store-faults.ts';

interface JsonOption {
  readonly json?: boolean;
}

/** Every event of the history; what is wrong with it is said beside the report. */
export function readEvents(context: Context): readonly HistoryEvent[] {
  const file = openedHistory(context);
  if (file.repaired) context.notice(context.words.history.torn(file.repaired.bytes, file.repaired.keptIn));
  const events = eventsIn(file, context);
  file.close();
  return events;
}

/** Every event of a history that is open already; damage is said beside the report. */
export function eventsIn(file: HistoryFile, context: Context): readonly HistoryEvent[] {
  const { events, faults } = file.readAll();
  for (const fault of faults) context.notice(faultText(fault, context.words));
  return withoutRepeats(events).map(readable);
}

/** `quiz history list` */
export async function runHistoryList(context: Context, options: JsonOption): Promise<ExitCode> {
  await loadWidths();
  const events = readEvents(context);
  const rows = listSessions(events);
  const imported = sumImported(events);
  if (options.json) context.io.output.write(renderHistoryListJson(rows, imported));
  else if (rows.length === 0 && imported.reviews === 0) context.print(context.words.history.empty);
  else {
    if (rows.length > 0) context.show(renderHistoryList(rows, context.words.reports.historyList, widthOf));
    tellImported(context, imported);
  }
  return EXIT.done;
}

/** Reviews that were brought in belong to no session. */
function tellImported(context: Context, { reviews, questions, from, to }: ImportedSum): void {
  const { listed, days } = context.words.exchange.import;
  if (from !== null && to !== null) context.print(listed(reviews, questions, days(formatDay(from), formatDay(to))));
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
