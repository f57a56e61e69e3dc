import { basename, join, resolve } from 'node:path';
import type { Intake, Source } from '../core/intake/intake.ts';
import { openReview, type Review } from '../core/intake/review.ts';
import { outcomeOf, type ReviewOutcome, reviewedIntake } from '../core/intake/reviewed.ts';
import { readBankToUpdate } from '../store/bank-update-file.ts';
import { nameInPinyin } from '../store/pinyin.ts';
import { draftPath } from '../store/question-draft.ts';
import { firstTaken } from '../store/report-file.ts';
import type { BankImportOptions } from './bank-import.ts';
import type { Context } from './context.ts';
import { EXIT, isInterruption, UserError } from './errors.ts';
import { ReviewCards } from './import-review-cards.ts';
import { reviewPlainly } from './import-review-plain.ts';
import { reviewOnTerminal } from './import-review-terminal.ts';
import type { Target } from './import-target.ts';

/** An import that somebody went through, and what was decided. */
export interface ReviewedImport {
  readonly intake: Intake;
  readonly outcome: ReviewOutcome;
  /** Left by Ctrl-C: what was decided till then holds. */
  readonly interrupted: boolean;
}

/**
 * What is decided must be kept somewhere: the bank gets a name and a file of its document's where none is given, and
 * whatever would keep it from being written at the end is found at the beginning.
 */
export async function checkReview(
  context: Context,
  files: readonly string[],
  options: BankImportOptions,
): Promise<Pick<BankImportOptions, 'id' | 'output'>> {
  const { review: said, intake } = context.words;
  if (files.includes('-') || options.answers === '-')
    throw new UserError('WRONG_USE', EXIT.usage, said.noInput, said.noInputHint);
  if (options.json && options.output === undefined) return {};
  const name = basename(files[0] ?? '').replace(/\.[a-z]{2,8}$/i, '');
  const id = options.id ?? (nameInPinyin(name) || 'imported');
  const output = options.output ?? `${id}.yaml`;
  const path = resolve(context.io.cwd, output);
  // The bank of this name is brought up to date; any other file is left alone.
  const isOther = firstTaken([path]) !== undefined && (await readBankToUpdate(path))?.document.id !== id;
  if (isOther && !options.force) throw new UserError('FILE_EXISTS', EXIT.data, intake.exists(path), intake.existsHint);
  return { id, output };
}

/** Goes through the doubtful questions of an import: on the screen, or line by line. */
export async function reviewImport(
  context: Context,
  intake: Intake,
  sources: readonly Source[],
  { json = false }: BankImportOptions,
): Promise<ReviewedImport> {
  const { review: words } = context.words;
  const cards = new ReviewCards(sources, context.words);
  let review: Review = openReview(intake.items);
  let interrupted = false;
  context.notice(review.isOver ? words.nothing : words.begin(review.questions.length));
  // Standard output is kept for the JSON.
  if (!review.isOver && (json || !context.interactive))
    review = await reviewPlainly(context, review, cards, json ? context.notice : context.print);
  else if (!review.isOver) {
    try {
      await reviewOnTerminal(context, review, cards, (next) => {
        review = next;
      });
    } catch (error) {
      if (!isInterruption(error)) throw error;
      interrupted = true;
    }
  }
  return { intake: reviewedIntake(intake, review), outcome: outcomeOf(review), interrupted };
}

/** Where the bank cannot be planned or written, what was decided is kept among the drafts of the home before that is said. */
export async function orRescued<T>(
  context: Context,
  { id = 'imported' }: BankImportOptions,
  action: () => Promise<T>,
  targetFor: (output: string) => Promise<Target | null>,
): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const target = await targetFor(draftPath(join(context.home.directory, 'drafts'), id));
    await target?.write({});
    if (target) context.notice(context.words.review.rescued);
    throw error;
  }
}
