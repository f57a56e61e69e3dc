import { resolve } from 'node:path';
import { BANK_FORMATS, bankFormats } from '../report/bank-formats/formats.ts';
import { writeReportFile } from '../store/report-file.ts';
import { findBanks, loadBanks } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { valuesFor } from './values.ts';

export interface BankExportOptions {
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** `quiz bank export BANK`: the bank in another program's format; what that has no room for is named. */
export async function runBankExport(context: Context, token: string, options: BankExportOptions): Promise<ExitCode> {
  const { words } = context;
  const format = valuesFor(words).oneOf('--format', options.format ?? 'text', BANK_FORMATS);
  const [bank] = await loadBanks(context, await findBanks(context, [token]));
  if (!bank) return EXIT.notFound;
  const { text, left } = bankFormats[format](bank, words.reports.bankFormats);
  if (options.output === undefined || options.output === '-') context.io.output.write(text);
  else {
    const path = resolve(context.io.cwd, options.output);
    if (writeReportFile(path, text, { replace: options.force ?? false }) === 'exists')
      throw new UserError('FILE_EXISTS', EXIT.data, words.paper.exists(path), words.paper.existsHint);
    context.notice(words.export.written(path));
  }
  if (left.length > 0) {
    const more = left.length - MOST_NAMED;
    const named = left.slice(0, MOST_NAMED).join(', ');
    context.notice(words.bank.lostIn(format, left.length, more > 0 ? `${named} …` : named));
  }
  return EXIT.done;
}

/** Ids of what was left out; a whole bank of them would push the message off the screen. */
const MOST_NAMED = 10;
