import { resolve } from 'node:path';
import { type ResultsSummary, type SummaryInput, summarise } from '../core/analysis/summary.ts';
import type { Bank } from '../core/bank/bank.ts';
import { parseInstant, studyDayOf } from '../core/day.ts';
import { createScheduler, DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { foldProgress } from '../core/history/fold.ts';
import { withoutRepeats } from '../core/history/repeats.ts';
import { groupReporters } from '../report/group/group-reporters.ts';
import { reporters } from '../report/reporters.ts';
import { isHistory } from '../store/learner-history.ts';
import { writeReportFile } from '../store/report-file.ts';
import { StoreFault } from '../store/store-fault.ts';
import { findBanks, loadAllBanks, loadBanks } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { groupSummary } from './export-group.ts';
import { foldable } from './foldable.ts';
import { eventsIn } from './history.ts';
import { Journal } from './journal.ts';
import { namedFile, readLearnerFile } from './learner-files.ts';
import { valuesFor } from './values.ts';

export interface ExportOptions {
  readonly format?: string;
  readonly bank?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly history?: readonly string[];
  readonly by?: string;
  readonly output?: string;
}

/** What the results are of. */
interface Scope {
  readonly banks: readonly Bank[];
  readonly filter: SummaryInput['filter'];
}

/** `quiz export`: the results summary, on standard output or in a file. */
export async function runExport(context: Context, options: ExportOptions): Promise<ExitCode> {
  const values = valuesFor(context.words);
  const format = values.oneOf('--format', options.format ?? 'md', ['md', 'csv', 'json'] as const);
  const since = values.day('--since', options.since);
  const until = values.day('--until', options.until);
  if (since !== undefined && until !== undefined && since > until)
    values.refuse('--until', options.until ?? '', `≥ ${options.since}`);
  const histories = historiesIn(context, options);
  const named = options.bank ?? [];
  const banks = named.length > 0 ? await loadBanks(context, await findBanks(context, named)) : await allBanks(context);
  const filter = { since, until, ...(named.length > 0 ? { banks: banks.map(({ id }) => id) } : {}) };
  put(context, options.output, textOf(context, format, histories, { banks, filter }));
  return EXIT.done;
}

/** Whose results: the learner's own, those in another history, or those of a group. */
type Histories =
  | { readonly kind: 'own' }
  | { readonly kind: 'one'; readonly value: string }
  | { readonly kind: 'group'; readonly values: readonly string[] };

function historiesIn({ words }: Context, { history = [], by }: ExportOptions): Histories {
  const { group } = words;
  const [value] = history;
  if (by !== undefined) {
    valuesFor(words).oneOf('--by', by, ['person']);
    if (history.length > 0) return { kind: 'group', values: history };
    throw new UserError('WRONG_USE', EXIT.usage, group.needsHistory, group.needsHistoryHint);
  }
  if (value === undefined) return { kind: 'own' };
  if (history.length === 1) return { kind: 'one', value };
  throw new UserError('WRONG_USE', EXIT.usage, group.needsPerson(history.length), group.needsPersonHint);
}

function textOf(context: Context, format: 'md' | 'csv' | 'json', histories: Histories, scope: Scope): string {
  const { reports, group } = context.words;
  if (histories.kind === 'group')
    return groupReporters[format](groupSummary(context, histories.values, scope), group.report);
  const summary = histories.kind === 'own' ? ownSummary(context, scope) : summaryOf(context, histories.value, scope);
  return reporters[format](summary, reports.results);
}

function ownSummary(context: Context, scope: Scope): ResultsSummary {
  const journal = new Journal(context, DEFAULT_RETENTION);
  const { progress, scheduler, today } = journal;
  const summary = summarise({ events: eventsIn(journal.file, context), scheduler, progress, today, ...scope });
  journal.close();
  return summary;
}

/** The same of a history that is only read. */
function summaryOf(context: Context, value: string, scope: Scope): ResultsSummary {
  const events = withoutRepeats(readLearnerFile(namedFile(value, context), context).events);
  const scheduler = createScheduler({ retention: DEFAULT_RETENTION });
  const today = studyDayOf(context.io.now());
  const folded = events.map((event) => foldable(event, parseInstant(event.at) ?? { ms: 0, offset: 0 }));
  return summarise({ events, scheduler, progress: foldProgress(folded, scheduler, today), today, ...scope });
}

function put(context: Context, output: string | undefined, text: string): void {
  if (output === undefined || output === '-') {
    context.io.output.write(text);
    return;
  }
  const path = resolve(context.io.cwd, output);
  const { group } = context.words;
  // A slip of a star in the shell would put the report in the place of somebody's answers.
  if (isHistory(path)) throw new UserError('IS_A_HISTORY', EXIT.usage, group.isHistory(path), group.isHistoryHint);
  writeReport(path, text, context);
  context.notice(context.words.export.written(path));
}

function writeReport(path: string, text: string, { words }: Context): void {
  try {
    writeReportFile(path, text, { replace: true });
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    const reason = words.errors.reasons[error.detail.errno ?? ''] ?? error.detail.errno ?? '';
    throw new UserError(error.code, EXIT.data, words.export.notWritten(path, reason), words.export.notWrittenHint);
  }
}

async function allBanks(context: Context) {
  const { banks, faulty } = await loadAllBanks(context);
  for (const { id } of faulty) context.notice(context.words.home.faultyBank(id));
  return banks;
}
