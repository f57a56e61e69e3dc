import { fieldsGiven, hasSoundKey } from './bank-document.ts';
import type { Draft, DraftAnswer } from './draft.ts';

/** The doubtful questions of an import, gone through one by one. */
export interface Review {
  readonly questions: readonly Doubtful[];
  /** The one that is looked at, from 0. */
  readonly at: number;
  /** Nothing is open. */
  readonly isOver: boolean;
}

/** A question to be looked at, with the copies that were folded into it: they are decided with it. */
export interface Doubtful {
  /** Its place in the list of all, from 0. */
  readonly index: number;
  readonly asRead: Draft;
  /** As it is by now: with another key, or as it came back from an editor. */
  readonly draft: Draft;
  readonly copies: readonly Draft[];
  readonly decision: Decision | null;
}

export type Decision = 'accepted' | 'draft' | 'left-out';

export type Move =
  /** As it stands; what has no sound key becomes a draft. */
  | { readonly kind: 'accept' }
  | { readonly kind: 'draft' }
  | { readonly kind: 'leave-out' }
  /** An option becomes the key, or one of its letters, or is none any more. */
  | { readonly kind: 'toggle'; readonly option: string }
  /** The whole key. */
  | { readonly kind: 'key'; readonly answer: DraftAnswer }
  | { readonly kind: 'replace'; readonly draft: Draft }
  | { readonly kind: 'back' }
  | { readonly kind: 'skip' };

/** Why a move came to nothing. */
export type ReviewComplaint = 'first' | 'last' | 'no-such-option' | 'no-choice';

export interface Moved {
  readonly review: Review;
  readonly complaint?: ReviewComplaint;
}

export function openReview(items: readonly Draft[]): Review {
  const copies = new Map<number, Draft[]>();
  for (const item of items)
    if (item.duplicateOf !== undefined) copies.set(item.duplicateOf, [...(copies.get(item.duplicateOf) ?? []), item]);
  const questions = items.flatMap((draft, index): Doubtful[] => {
    if (draft.duplicateOf !== undefined) return [];
    const folded = copies.get(index) ?? [];
    const isDoubtful = [draft, ...folded].some(({ doubts }) => doubts.length > 0);
    return isDoubtful ? [{ index, asRead: draft, draft, copies: folded, decision: null }] : [];
  });
  return { questions, at: 0, isOver: questions.length === 0 };
}

/** The review after one more move. */
export function stepReview(review: Review, move: Move): Moved {
  const question = review.questions[review.at];
  if (!question) return { review };
  switch (move.kind) {
    case 'back':
      return review.at === 0 ? { review, complaint: 'first' } : { review: { ...review, at: review.at - 1 } };
    case 'skip':
      return review.at + 1 === review.questions.length
        ? { review, complaint: 'last' }
        : { review: { ...review, at: review.at + 1 } };
    case 'accept':
      return decided(review, { ...question, decision: hasSoundKey(question.draft) ? 'accepted' : 'draft' });
    case 'draft':
    case 'leave-out':
      return decided(review, { ...question, decision: move.kind === 'draft' ? 'draft' : 'left-out' });
    case 'toggle':
      return toggled(review, question, move.option);
    case 'key':
      return keyed(review, question, move.answer);
    case 'replace':
      return { review: withQuestion(review, { ...question, draft: move.draft, decision: 'accepted' }) };
  }
}

export const isKeyChanged = ({ asRead, draft, decision }: Doubtful): boolean =>
  decision === 'accepted' && draft.written === undefined && !isSameKey(asRead.answer, draft.answer);

/** Goes on to the next; after the last, to what was passed over. */
function decided(review: Review, question: Doubtful): Moved {
  const next = withQuestion(review, question);
  const open = next.questions.findIndex(({ decision }) => decision === null);
  if (open < 0) return { review: { ...next, isOver: true } };
  return { review: { ...next, at: review.at + 1 < review.questions.length ? review.at + 1 : open } };
}

function toggled(review: Review, question: Doubtful, option: string): Moved {
  const { type, options, answer } = question.draft;
  if (options.length === 0) return { review, complaint: 'no-choice' };
  if (!options.some(({ id }) => id === option)) return { review, complaint: 'no-such-option' };
  const before =
    typeof answer === 'string' ? [...answer].filter((letter) => options.some(({ id }) => id === letter)) : [];
  if (type !== 'multiple' && type !== 'ordering') return keyed(review, question, option);
  const letters = before.includes(option) ? before.filter((letter) => letter !== option) : [...before, option];
  return keyed(review, question, letters.join('') || null);
}

/**
 * Whoever gives a key has looked at the question: it is decided with it. A key that is whole again as it was read
 * decides nothing, nor does one that is not whole.
 */
function keyed(review: Review, question: Doubtful, answer: DraftAnswer): Moved {
  const { type, options } = question.draft;
  const written = fieldsGiven(question.draft);
  const inOrder =
    type === 'multiple' && typeof answer === 'string'
      ? options.flatMap(({ id }) => (answer.includes(id) ? [id] : [])).join('')
      : answer;
  const draft: Draft = {
    ...question.draft,
    answer: inOrder,
    ...(written === undefined ? {} : { written: withKey(written, question.draft, inOrder) }),
  };
  const isDecided = hasSoundKey(draft) && (written !== undefined || !isSameKey(question.asRead.answer, inOrder));
  return { review: withQuestion(review, { ...question, draft, decision: isDecided ? 'accepted' : null }) };
}

/** The fields that a person wrote, with another key; the bank letters its options by their order. */
export function withKey(
  written: Readonly<Record<string, unknown>>,
  { options }: Draft,
  answer: DraftAnswer,
): typeof written {
  const { draft: _, answer: __, ...rest } = written;
  if (answer === null) return { ...rest, draft: true };
  const placed =
    typeof answer === 'string' && options.length > 0
      ? [...answer].map((letter) => String.fromCharCode(65 + options.findIndex(({ id }) => id === letter))).join('')
      : answer;
  return { ...rest, answer: placed };
}

const withQuestion = (review: Review, question: Doubtful): Review => ({
  ...review,
  questions: review.questions.with(review.at, question),
  isOver: false,
});

const isSameKey = (one: DraftAnswer, other: DraftAnswer): boolean => JSON.stringify(one) === JSON.stringify(other);
