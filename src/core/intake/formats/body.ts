import type { Draft } from '../draft.ts';
import { type Marked, type MarkedDoubt, markedDraft } from './marked-draft.ts';

/** What the answers of a question come to, whatever format they were marked in. */
export interface Body {
  readonly marked: Pick<Marked, 'type' | 'answer' | 'options' | 'accepted'>;
  /** What is said of single answers: lines of the explanation. */
  readonly feedback: readonly string[];
  readonly doubts: readonly MarkedDoubt[];
  /** Questions of their own that it falls into, such as the pairs of a matching; the stem is what they are about. */
  readonly parts: readonly Pick<Marked, 'stem' | 'answer' | 'options'>[];
}

/** An answer with what it is worth, 100 for all; null where that is not said. */
export interface Weighed {
  readonly text: string;
  readonly weight: number | null;
  readonly feedback: string;
}

export const plainBody = (marked: Body['marked'], more: Partial<Body> = {}): Body => ({
  ...{ marked, feedback: [], doubts: [], parts: [] },
  ...more,
});

/** Options with weights. `several` where more than one may be ticked; left open, the weights say it. */
export function choiceBody(options: readonly (Weighed & { isRight: boolean })[], several: boolean | null): Body {
  const worth = options.map(({ isRight, weight }) => weight ?? (isRight ? 100 : 0));
  const whole = worth.filter((each) => each >= 99.9).length;
  const positive = worth.filter((each) => each > 0);
  const isSeveral = several ?? whole === 0;
  const isKey = (each: number): boolean => (isSeveral || whole === 0 ? each > 0 : each >= 99.9);
  const answer = worth.map((each, index) => (isKey(each) ? letter(index) : '')).join('');
  const doubts: MarkedDoubt[] = [];
  const partial = isSeveral ? [] : worth.filter((each) => each > 0 && each < 99.9 && whole > 0);
  const isUneven = isSeveral && positive.some((each) => Math.abs(each - (positive[0] ?? 0)) > 0.1);
  if (partial.length > 0 || isUneven)
    doubts.push({ code: 'WEIGHTS_LEFT_OUT', params: { weights: percents(isUneven ? positive : partial) } });
  if (!isSeveral && answer.length > 1) doubts.push({ code: 'SEVERAL_RIGHT', params: { letters: answer } });
  const type = isSeveral || answer.length > 1 ? 'multiple' : 'single';
  const marked = { type, options: options.map(({ text }) => text), answer: answer || null } as const;
  return plainBody(marked, { doubts, feedback: options.flatMap(({ feedback }, index) => said(feedback, index)) });
}

/** Texts that are typed: those that are worth all are accepted. A star stands for any text there, and for nothing here. */
export function wordsBody(answers: readonly Weighed[]): Body {
  const doubts: MarkedDoubt[] = [];
  const full = answers.filter(({ weight }) => (weight ?? 100) >= 99.9);
  const partial = answers.filter(({ weight }) => (weight ?? 100) > 0 && (weight ?? 100) < 99.9);
  if (partial.length > 0)
    doubts.push({ code: 'WEIGHTS_LEFT_OUT', params: { weights: percents(partial.map(({ weight }) => weight ?? 0)) } });
  if (full.some(({ text }) => text !== '*' && STAR.test(text)))
    doubts.push({ code: 'PART_LEFT_OUT', params: { what: 'wildcards', count: 1 } });
  const accepted = [...new Set(full.map(({ text }) => plainWord(text)).filter((text) => text !== ''))];
  const answer = accepted.length > 0 ? accepted.slice(0, 1) : null;
  const feedback = answers.flatMap(({ text, feedback: each }) =>
    each === '' ? [] : [text === '*' ? each : `${plainWord(text)}: ${each}`],
  );
  return plainBody({ type: 'blank', answer, accepted: [accepted] }, { doubts, feedback });
}

const STAR = /(?<!\\)\*/;
const plainWord = (text: string): string =>
  text
    .replace(/(?<!\\)\*/g, '')
    .replaceAll('\\*', '*')
    .trim();

/** A number with what it may be off by, or a range: a blank for the one, words of the answer for the other. */
export interface Numeric extends Omit<Weighed, 'text'> {
  readonly value: string;
  readonly tolerance: number;
  /** Both ends, where a range is asked for and no number. */
  readonly range: readonly [string, string] | null;
}

export function numbersBody(answers: readonly Numeric[]): Body {
  const full = answers.filter(({ weight, value }) => (weight ?? 100) >= 99.9 && value !== '*');
  const best = full[0];
  const feedback = answers.flatMap(({ feedback: each }) => (each === '' ? [] : [each]));
  const partial = answers.filter(({ weight }) => weight !== null && weight > 0 && weight < 99.9);
  const doubts: MarkedDoubt[] =
    partial.length > 0
      ? [{ code: 'WEIGHTS_LEFT_OUT', params: { weights: percents(partial.map(({ weight }) => weight ?? 0)) } }]
      : [];
  if (!best) return plainBody({ type: 'blank', answer: null }, { doubts, feedback });
  if (best.range) {
    const range = best.range.join(' – ');
    doubts.push({ code: 'MADE_OF', params: { kind: 'range', range } });
    return plainBody({ type: 'short', answer: range }, { doubts, feedback });
  }
  if (best.tolerance > 0)
    doubts.push({ code: 'RANGE_NARROWED', params: { value: best.value, tolerance: best.tolerance } });
  const accepted = [...new Set(full.filter(({ range }) => range === null).map(({ value }) => value))];
  return plainBody({ type: 'blank', answer: accepted.slice(0, 1), accepted: [accepted] }, { doubts, feedback });
}

/** Pairs: steps with their places are an order; else each left side is a question, with all right sides as its options. */
export function pairsBody(pairs: readonly { readonly left: string; readonly right: string }[]): Body {
  const asked = pairs.filter(({ left }) => left !== '');
  const places = asked.map(({ left }) => Number(left));
  const isOrder =
    asked.length > 1 && asked.length === pairs.length && places.every((_, index) => places.includes(index + 1));
  if (isOrder) {
    const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
    const options = asked.map(({ right }) => right);
    return plainBody({ type: 'ordering', options, answer: order.map(letter).join('') });
  }
  const options = [...new Set(pairs.map(({ right }) => right).filter(Boolean))];
  const parts = asked.map(({ left, right }) => ({ stem: left, options, answer: letter(options.indexOf(right)) }));
  const doubts: MarkedDoubt[] = [{ code: 'MADE_OF', params: { kind: 'matching', count: parts.length } }];
  return plainBody({ type: 'single', answer: null, options }, { doubts, parts });
}

/** Its drafts: one, or one for each question that it fell into, about the same material. */
export function draftsOf(body: Body, common: Omit<Marked, keyof Body['marked']>): Draft[] {
  const parts = body.parts.length === 0 ? [{}] : body.parts.map((part) => ({ ...part, material: common.stem }));
  return parts.map((part, index) =>
    markedDraft({ ...common, ...body.marked, ...part, doubts: index === 0 ? (common.doubts ?? []) : [] }),
  );
}

const letter = (index: number): string => String.fromCharCode(65 + index);
const said = (feedback: string, index: number): string[] =>
  feedback === '' ? [] : [`{${letter(index)}}: ${feedback}`];
const percents = (weights: readonly number[]): string => weights.map((each) => `${each}%`).join(' ');
