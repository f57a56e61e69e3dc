import { ABSOLUTE, POLITE } from './lexicon.ts';
import type { Placed } from './rule.ts';
import { bigramsOf, lengthOf, shareIn } from './text.ts';

/** Ways to choose an option without knowing anything of the subject. */
export const STRATEGIES = ['longest', 'middle', 'politest', 'echo'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What somebody would score who knows nothing, in points of a hundred. */
export interface BotScore {
  /** Questions that can be guessed at: single choices and statements. */
  readonly questions: number;
  /** By lot. */
  readonly chance: number;
  readonly strategies: Readonly<Record<Strategy, number>>;
  /** The best of the ways. */
  readonly best: Strategy;
}

/** The test-wise bot: the longest option, the middle one, the most polite one, the one that shares words with the stem. */
export function botScore(questions: readonly Placed[]): BotScore | null {
  const closed = questions.filter(({ question }) => question.type === 'single' || question.type === 'boolean');
  if (closed.length === 0) return null;
  const score = (strategy: Strategy): number =>
    (100 * closed.reduce((sum, { question }) => sum + hit(question, strategy), 0)) / closed.length;
  const strategies = Object.fromEntries(STRATEGIES.map((strategy) => [strategy, score(strategy)])) as Record<
    Strategy,
    number
  >;
  const best = STRATEGIES.reduce((one, other) => (strategies[other] > strategies[one] ? other : one));
  const chance =
    (100 * closed.reduce((sum, { question }) => sum + ('options' in question ? 1 / question.options.length : 0.5), 0)) /
    closed.length;
  return { questions: closed.length, chance, strategies, best };
}

/** 1 for a hit; where the way leaves several options, its share. */
function hit(question: Placed['question'], strategy: Strategy): number {
  if (question.type === 'boolean') return question.key === !ABSOLUTE.test(question.stem) ? 1 : 0;
  if (question.type !== 'single') return 0;
  const marks = question.options.map((option, index) => MARK[strategy](option, index, question));
  const most = Math.max(...marks);
  const chosen = marks.flatMap((mark, index) => (mark === most ? [index] : []));
  return chosen.includes(question.key.charCodeAt(0) - 65) ? 1 / chosen.length : 0;
}

type Single = Extract<Placed['question'], { type: 'single' }>;

const MARK: Record<Strategy, (option: string, index: number, question: Single) => number> = {
  longest: (option) => lengthOf(option),
  middle: (_, index, { options }) => -Math.abs(index - (options.length - 1) / 2),
  politest: (option) => (option.match(new RegExp(POLITE, 'gi')) ?? []).length,
  echo: (option, _, { stem }) => shareIn(bigramsOf(option), bigramsOf(stem)),
};
