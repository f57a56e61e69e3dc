import { resolve } from 'node:path';
import type { Bank } from '../core/bank/bank.ts';
import {
  BANK_FORMATS,
  type BankFormat,
  type BankFormatWords,
  bankFormats,
  visibleBankRows,
} from '../report/bank-formats/formats.ts';
import { lossesOf } from '../report/bank-formats/losses.ts';
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
  const format = valuesFor(words).oneOf('--format', options.format ?? 'text', [...BANK_FORMATS, 'xlsx' as const]);
  const [bank] = await loadBanks(context, await findBanks(context, [token]));
  if (!bank) return EXIT.notFound;
  const { content, left } = await exported(bank, format, words.reports.bankFormats);
  if (options.output === undefined || options.output === '-') {
    if (typeof content !== 'string' && context.interactive)
      throw new UserError('WRONG_USE', EXIT.usage, words.bank.noText(format), words.bank.noTextHint);
    context.io.output.write(content);
  } else {
    const path = resolve(context.io.cwd, options.output);
    if (writeReportFile(path, content, { replace: options.force ?? false }) === 'exists')
      throw new UserError('FILE_EXISTS', EXIT.data, words.paper.exists(path), words.paper.existsHint);
    context.notice(words.export.written(path));
  }
  if (left.length > 0) {
    const more = left.length - MOST_NAMED;
    const named = left.slice(0, MOST_NAMED).join(', ');
    context.notice(words.bank.lostIn(format, left.length, more > 0 ? `${named} …` : named));
  }
  const losses = lossesOf(bank, format).map((loss) => words.reports.bankLosses.of[loss]);
  if (losses.length > 0) context.notice(words.reports.bankLosses.said(format, losses));
  return EXIT.done;
}

async function exported(
  bank: Bank,
  format: BankFormat | 'xlsx',
  words: BankFormatWords,
): Promise<{ content: string | Uint8Array; left: readonly string[] }> {
  if (format !== 'xlsx') {
    const { text, left } = bankFormats[format](bank, words);
    return { content: text, left };
  }
  const { xlsxOf } = await import('../store/documents/write-xlsx.ts');
  return { content: xlsxOf(bank.title, visibleBankRows(bank, words)), left: [] };
}

/** Ids of what was left out; a whole bank of them would push the message off the screen. */
const MOST_NAMED = 10;
