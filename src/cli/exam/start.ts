import { type Bank, type BankQuestion, questionsOf } from '../../core/bank/bank.ts';
import { nearNames } from '../../core/bank/near.ts';
import type { Paper } from '../../core/bank/paper.ts';
import { assembleForm } from '../../core/exam/assemble.ts';
import type { ExamOpening } from '../../core/exam/opening.ts';
import { loadBanks } from '../banks.ts';
import { chooseBanks } from '../choose-banks.ts';
import type { Context } from '../context.ts';
import { EXIT, UserError } from '../errors.ts';
import type { Journal } from '../journal.ts';

export interface StartOptions {
  readonly banks: readonly string[];
  readonly paper: string | undefined;
  readonly limitMinutes: number | null;
  readonly strict: boolean;
  readonly seed: string;
  readonly shuffle: boolean;
  readonly fresh: boolean;
}

/** A new exam: the form of a paper, checked to be full before anybody sits down to it. */
export async function newExam(
  context: Context,
  journal: Journal,
  options: StartOptions,
): Promise<{ readonly opening: ExamOpening; readonly bank: Bank }> {
  const { errors } = context.words.exam;
  const found = await chooseBanks(context, options.banks, journal);
  if (found.length > 1) throw new UserError('ONE_BANK', EXIT.usage, errors.oneBank, errors.oneBankHint);
  const [bank] = await loadBanks(context, found);
  if (!bank) throw new UserError('ONE_BANK', EXIT.usage, errors.oneBank, errors.oneBankHint);
  const paper = await choosePaper(context, bank, options.paper);
  const { memories } = journal.progress;
  const assembled = assembleForm({
    paper,
    bank,
    seed: options.seed,
    shuffleOptions: options.shuffle,
    seenOn: new Map(Array.from(memories, ([ref, memory]) => [ref, memory.reviewedOn])),
    fresh: options.fresh,
  });
  if (assembled.kind === 'lacking') {
    const lacks = assembled.lacks.map(({ title, wanted, available }) => errors.lack(title, wanted, available));
    throw new UserError('PAPER_SHORT', EXIT.faults, errors.short(paper.title), lacks.join('\n  '));
  }
  const { form } = assembled;
  const limitMinutes = options.limitMinutes ?? form.paper.limitMinutes;
  const seen = new Set(form.items.flatMap(({ ref }) => (memories.has(ref) ? [ref] : [])));
  return {
    bank,
    opening: { form, settings: { limitMinutes, strict: options.strict, seed: options.seed, mode: 'exam' }, seen },
  };
}

/** The paper that was named; else the only one, or one chosen from a list. */
export async function choosePaper(context: Context, bank: Bank, named: string | undefined): Promise<Paper> {
  const { errors, choosePaper: question } = context.words.exam;
  const ids = bank.papers.map(({ id }) => id);
  const [only, ...others] = bank.papers;
  if (!only) throw new UserError('NO_PAPERS', EXIT.notFound, errors.noPapers(bank.id), errors.noPapersHint);
  if (named !== undefined) {
    const paper = bank.papers.find(({ id }) => id === named);
    if (paper) return paper;
    const near = nearNames(named, ids).join(', ') || ids.join(', ');
    throw new UserError('PAPER_NOT_FOUND', EXIT.notFound, errors.paperUnknown(named, bank.id), errors.papers(near));
  }
  if (others.length === 0) return only;
  if (!context.interactive)
    throw new UserError('PAPER_MISSING', EXIT.usage, errors.paperMissing(bank.id), errors.papers(ids.join(', ')));
  const { default: inquirer } = await import('inquirer');
  const choices = bank.papers.map((paper) => ({ name: `${paper.title} (${paper.id})`, value: paper }));
  const { paper } = await inquirer.prompt<{ paper: Paper }>([
    { type: 'select', name: 'paper', message: question, choices },
  ]);
  return paper;
}

export const questionsByRef = (banks: readonly Bank[]): ReadonlyMap<string, BankQuestion> =>
  new Map(banks.flatMap(questionsOf).map((question) => [question.ref, question]));
