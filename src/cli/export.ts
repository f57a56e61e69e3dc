import { resolve } from 'node:path';
import { summarise } from '../core/analysis/summary.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { reporters } from '../report/reporters.ts';
import { writeReportFile } from '../store/report-file.ts';
import { StoreFault } from '../store/store-fault.ts';
import { findBanks, loadAllBanks, loadBanks } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { eventsIn } from './history.ts';
import { Journal } from './journal.ts';
import { valuesFor } from './values.ts';

export interface ExportOptions {
  readonly format?: string;
  readonly bank?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly output?: string;
}

/** `quiz export`: the results summary, on standard output or in a file. */
export async function runExport(context: Context, options: ExportOptions): Promise<ExitCode> {
  const values = valuesFor(context.words);
  const format = values.oneOf('--format', options.format ?? 'md', ['md', 'csv', 'json'] as const);
  const since = values.day('--since', options.since);
  const until = values.day('--until', options.until);
  if (since !== undefined && until !== undefined && since > until)
    values.refuse('--until', options.until ?? '', `≥ ${options.since}`);
  const named = options.bank ?? [];
  const banks = named.length > 0 ? await loadBanks(context, await findBanks(context, named)) : await allBanks(context);
  const journal = new Journal(context, DEFAULT_RETENTION);
  const { progress, scheduler, today } = journal;
  const filter = { since, until, ...(named.length > 0 ? { banks: banks.map(({ id }) => id) } : {}) };
  const summary = summarise({ events: eventsIn(journal.file, context), banks, scheduler, progress, today, filter });
  journal.close();
  const text = reporters[format](summary, context.words.reports.results);
  if (options.output === undefined || options.output === '-') context.io.output.write(text);
  else {
    const path = resolve(context.io.cwd, options.output);
    writeReport(path, text, context);
    context.notice(context.words.export.written(path));
  }
  return EXIT.done;
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
