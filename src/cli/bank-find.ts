import type { Bank } from '../core/bank/bank.ts';
import { findInBanks, type Match } from '../core/bank/find.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { themeFor } from '../prompts/theme.ts';
import { headOf, loadWidths, widthOf } from '../prompts/width.ts';
import { jsonText } from '../report/json-text.ts';
import { findBanks, loadAllBanks, loadBanks } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './errors.ts';

export interface FindOptions {
  readonly bank?: readonly string[];
  readonly json?: boolean;
}

/** `quiz bank find TEXT`: where the banks say it, also by the initials of its pinyin; 3 where none does. */
export async function runBankFind(context: Context, wanted: string, options: FindOptions): Promise<ExitCode> {
  const banks = await banksFor(context, options.bank ?? []);
  // The table of pinyin is large, and only letters need it.
  const initials = /^[a-z]{2,}$/i.test(wanted.trim()) ? (await import('../store/pinyin.ts')).initialsOf : null;
  const matches = findInBanks(banks, wanted, initials);
  if (options.json) context.print(jsonText({ matches: matches.map(asJson) }));
  else {
    await loadWidths();
    for (const match of matches) context.printPainted(lineOf(match, context));
    context.notice(context.words.bank.found(matches.length));
  }
  return matches.length > 0 ? EXIT.done : EXIT.notFound;
}

async function banksFor(context: Context, named: readonly string[]): Promise<readonly Bank[]> {
  if (named.length > 0) return loadBanks(context, await findBanks(context, named));
  const { banks, faulty } = await loadAllBanks(context);
  for (const { id } of faulty) context.notice(context.words.home.faultyBank(id));
  return banks;
}

const asJson = ({ question, field, text }: Match): object => ({
  item: question.ref,
  type: question.question.type,
  topic: question.question.topic,
  field,
  text,
});

/** The ref, and the text around what was found, on one line. */
function lineOf({ question, text, at, length }: Match, context: Context): string {
  const theme = themeFor(context.color);
  const columns = Math.max(20, (context.io.output.columns || 80) - 1);
  const ref = safeLine(question.ref);
  const before = safeLine(text.slice(Math.max(0, at - BEFORE), at));
  const found = safeLine(text.slice(at, at + length));
  const lead = `${ref}  ${at > BEFORE ? '…' : ''}${before}`;
  const room = Math.max(0, columns - widthOf(lead) - widthOf(found));
  return `${theme.faint(ref)}${lead.slice(ref.length)}${theme.accent(found)}${headOf(safeLine(text.slice(at + length)), room)}`;
}

/** Characters shown before what was found. */
const BEFORE = 12;
