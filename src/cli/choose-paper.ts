import type { Bank } from '../core/bank/bank.ts';
import { nearNames } from '../core/bank/near.ts';
import type { Paper } from '../core/bank/paper.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { safeLine } from '../prompts/safe-text.ts';
import type { FoundBank } from '../store/bank-library.ts';
import { findBanks, loadBanks } from './banks.ts';
import { chooseBanks } from './choose-banks.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';
import { Journal } from './journal.ts';

export interface ChosenPaper {
  readonly bank: Bank;
  readonly paper: Paper;
}

/** The paper that was named, as `paper` or `bank/paper`; where none was, the only one there is. */
export async function choosePaper(
  context: Context,
  banks: readonly string[],
  named: string | undefined,
  journal: Journal | null = null,
): Promise<ChosenPaper> {
  const { paper: words } = context.words;
  const loaded = await loadBanks(
    context,
    banks.length > 0 ? await findBanks(context, banks) : await usualBanks(context, journal),
  );
  const known = loaded.flatMap((bank) => bank.papers.map((paper) => ({ bank, paper })));
  if (known.length === 0) {
    const ids = loaded.map(({ id }) => id).join(', ');
    throw new UserError('NO_PAPERS', EXIT.notFound, words.none(ids), words.noneHint);
  }
  const fitting = named === undefined ? known : known.filter((each) => namesOf(each).includes(named));
  const names = (some: readonly ChosenPaper[]): string =>
    some.map(({ bank, paper }) => (loaded.length > 1 ? `${bank.id}/${paper.id}` : paper.id)).join(', ');
  if (named !== undefined && fitting.length === 0) {
    const near = nearNames(named, known.flatMap(namesOf), 1)[0];
    const hint = near ? context.words.errors.didYouMean(near) : words.these(names(known));
    throw new UserError('PAPER_NOT_FOUND', EXIT.notFound, words.unknown(named), hint);
  }
  if (fitting.length > 1 && context.interactive) return pick(context, fitting);
  if (fitting.length > 1) throw new UserError('PAPER_MISSING', EXIT.usage, words.choose, words.these(names(fitting)));
  return fitting[0] as ChosenPaper;
}

/** As for a drill; only then is the history looked at, so that a damaged one stops no paper of a bank that was named. */
async function usualBanks(context: Context, open: Journal | null): Promise<readonly FoundBank[]> {
  if (open) return chooseBanks(context, [], open);
  const journal = new Journal(context, DEFAULT_RETENTION);
  try {
    return await chooseBanks(context, [], journal);
  } finally {
    journal.close();
  }
}

async function pick(context: Context, papers: readonly ChosenPaper[]): Promise<ChosenPaper> {
  const { default: inquirer } = await import('inquirer');
  const choices = papers.map((each) => ({ name: `${safeLine(each.paper.title)} (${each.paper.id})`, value: each }));
  const message = context.words.pick.paper;
  const { chosen } = await inquirer.prompt<{ chosen: ChosenPaper }>([
    { type: 'select', name: 'chosen', message, choices },
  ]);
  return chosen;
}

const namesOf = ({ bank, paper }: ChosenPaper): string[] => [paper.id, `${bank.id}/${paper.id}`];
