import { type Bank, type BankQuestion, questionsOf } from '../../core/bank/bank.ts';
import { assembleForm } from '../../core/exam/assemble.ts';
import type { ExamOpening } from '../../core/exam/opening.ts';
import { choosePaper } from '../choose-paper.ts';
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
  const { bank, paper } = await choosePaper(context, options.banks, options.paper, journal);
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
    const { errors } = context.words.exam;
    const lacks = assembled.lacks.map(({ title, wanted, available }) => errors.lack(title, wanted, available));
    throw new UserError('PAPER_LACKS', EXIT.faults, errors.short(paper.title), lacks.join('；'));
  }
  const { form } = assembled;
  const limitMinutes = options.limitMinutes ?? form.paper.limitMinutes;
  const seen = new Set(form.items.flatMap(({ ref }) => (memories.has(ref) ? [ref] : [])));
  return {
    bank,
    opening: { form, settings: { limitMinutes, strict: options.strict, seed: options.seed, mode: 'exam' }, seen },
  };
}

export const questionsByRef = (banks: readonly Bank[]): ReadonlyMap<string, BankQuestion> =>
  new Map(banks.flatMap(questionsOf).map((question) => [question.ref, question]));
