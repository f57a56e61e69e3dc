import { type Bank, isWithinTopic } from '../core/bank/bank.ts';
import { nearNames } from '../core/bank/near.ts';
import { loadBank } from '../store/bank-file.ts';
import { BankLibrary, type FoundBank } from '../store/bank-library.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';
import { faultLines } from './faults.ts';

export const libraryFor = (context: Context): BankLibrary => new BankLibrary(context.io.cwd, context.home.banks);

/** The bank files that the values of `--bank` name; an unknown one stops with near names. */
export async function findBanks(context: Context, tokens: readonly string[]): Promise<readonly FoundBank[]> {
  const search = await libraryFor(context).search(tokens);
  if (search.kind === 'found') return search.banks;
  const { errors } = context.words;
  if (search.kind === 'not-a-bank')
    throw new UserError('NOT_A_BANK_FILE', EXIT.usage, errors.bankNotYaml(search.token), errors.bankNotYamlHint);
  const near = nearNames(search.token, search.known);
  const hint = near.length > 0 ? errors.bankNear(near.join(', ')) : errors.bankList;
  throw new UserError('BANK_NOT_FOUND', EXIT.notFound, errors.bankUnknown(search.token), hint);
}

const files = new WeakMap<Bank, FoundBank>();

/** The file that a bank was loaded from by `loadBanks`. */
export const fileOf = (bank: Bank): FoundBank | null => files.get(bank) ?? null;

/** Those banks, loaded. One that has faults stops the command with all of its faults. */
export async function loadBanks(context: Context, found: readonly FoundBank[]): Promise<Bank[]> {
  const banks: Bank[] = [];
  const paths = new Map<string, string>();
  const { errors } = context.words;
  for (const file of found) {
    const { path } = file;
    const loaded = await loadBank(path, context.cache);
    if (loaded.kind === 'faulty') {
      for (const line of faultLines(loaded, context)) context.notice(line);
      throw new UserError(
        'BANK_FAULTY',
        EXIT.faults,
        errors.bankFaulty(path, loaded.faults.length),
        errors.bankFaultyHint,
      );
    }
    const clash = paths.get(loaded.bank.id);
    if (clash)
      throw new UserError(
        'BANKS_CLASH',
        EXIT.usage,
        errors.banksClash(loaded.bank.id, clash, path),
        errors.banksClashHint,
      );
    paths.set(loaded.bank.id, path);
    files.set(loaded.bank, file);
    banks.push(loaded.bank);
  }
  return banks;
}

/** Every bank at hand that loads, or those of these ids; faulty ones are left out and named. */
export async function loadAllBanks(
  context: Context,
  ids: ReadonlySet<string> | null = null,
): Promise<{ banks: Bank[]; faulty: FoundBank[] }> {
  const banks: Bank[] = [];
  const faulty: FoundBank[] = [];
  for (const found of libraryFor(context).list()) {
    if (ids && !ids.has(found.id)) continue;
    const loaded = await loadBank(found.path, context.cache);
    if (loaded.kind === 'bank') banks.push(loaded.bank);
    else faulty.push(found);
  }
  return { banks, faulty };
}

/** Stops at a topic that none of the banks has. */
export function checkTopics(context: Context, banks: readonly Bank[], topics: readonly string[]): void {
  const known = banks.flatMap((bank) => bank.topics.map((topic) => topic.path));
  const { errors } = context.words;
  for (const topic of topics) {
    if (known.some((path) => isWithinTopic(path, topic))) continue;
    throw new UserError(
      'TOPIC_NOT_FOUND',
      EXIT.notFound,
      errors.topicUnknown(topic),
      errors.topicNear(nearNames(topic, known).join(', ')),
    );
  }
}
