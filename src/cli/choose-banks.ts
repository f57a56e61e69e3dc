import { safeLine } from '../prompts/safe-text.ts';
import type { FoundBank } from '../store/bank-library.ts';
import { findBanks, libraryFor } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';
import type { Journal } from './journal.ts';

/**
 * The banks that were named; where none was, the one that was used last (`last` where the caller knows it, else the
 * one that was answered last), the only one there is, or the one chosen from a list.
 */
export async function chooseBanks(
  context: Context,
  named: readonly string[],
  journal: Journal,
  last: string | null = null,
): Promise<readonly FoundBank[]> {
  if (named.length > 0) return findBanks(context, named);
  const known = libraryFor(context).list();
  const { errors } = context.words;
  if (known.length === 0) throw new UserError('NO_BANKS', EXIT.notFound, errors.noBanks, errors.bankList);
  const used = known.find(({ id }) => id === last) ?? lastUsed(known, journal);
  if (used) return [used];
  if (known.length === 1) return known;
  if (context.interactive) return [await pick(context, known)];
  throw new UserError('BANK_MISSING', EXIT.usage, errors.bankMissing, errors.bankMissingHint(known[0]?.id ?? ''));
}

/** The bank of the most recent review. */
function lastUsed(known: readonly FoundBank[], journal: Journal): FoundBank | undefined {
  let bank = '';
  let on = Number.NEGATIVE_INFINITY;
  for (const [ref, memory] of journal.progress.memories) {
    if (memory.reviewedOn < on) continue;
    on = memory.reviewedOn;
    bank = ref.slice(0, ref.indexOf('/'));
  }
  return known.find(({ id }) => id === bank);
}

async function pick(context: Context, known: readonly FoundBank[]): Promise<FoundBank> {
  const { default: inquirer } = await import('inquirer');
  const { bank } = await inquirer.prompt<{ bank: FoundBank }>([
    {
      type: 'select',
      name: 'bank',
      message: context.words.pick.bank,
      choices: known.map((found) => ({ name: safeLine(found.id), value: found })),
    },
  ]);
  return bank;
}
