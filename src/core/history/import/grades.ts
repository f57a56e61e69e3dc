import type { Rating } from '../../drill/rating.ts';

/** How a table writes what a recall was worth. */
export const SCALES = ['1-4', '0-5', 'words', 'right-wrong'] as const;
export type Scale = (typeof SCALES)[number];

/** A grade as it stands in the table, with its line. */
export interface GradeSeen {
  readonly text: string;
  readonly line: number;
}

export type ScaleFound =
  | { readonly kind: 'scale'; readonly scale: Scale }
  /** Two kinds in one table. */
  | { readonly kind: 'mixed'; readonly examples: readonly GradeSeen[] }
  /** Numbers that several scales have, or none: only the learner can say. */
  | { readonly kind: 'undecided'; readonly values: readonly number[] }
  /** Nothing that could be a grade. */
  | { readonly kind: 'none' };

/**
 * The one scale of a table. 0 or 5 among the numbers speaks for SM-2's 0 to 5, their absence for 1 to 4 as FSRS and Anki
 * have it; 0 and 1 alone might be either, or wrong and right.
 */
export function findScale(grades: Iterable<GradeSeen>): ScaleFound {
  const examples = new Map<Kind, GradeSeen>();
  const numbers = new Set<number>();
  for (const grade of grades) {
    const kind = kindOf(grade.text);
    if (kind === null) continue;
    if (!examples.has(kind)) examples.set(kind, grade);
    if (kind === 'number') numbers.add(Number(grade.text));
  }
  if (examples.size > 1) return { kind: 'mixed', examples: [...examples.values()] };
  const [only] = examples.keys();
  if (only === undefined) return { kind: 'none' };
  if (only !== 'number') return { kind: 'scale', scale: only };
  const values = [...numbers].sort((a, b) => a - b);
  if (values.some((value) => value > 5) || values.every((value) => value <= 1)) return { kind: 'undecided', values };
  return { kind: 'scale', scale: numbers.has(0) || numbers.has(5) ? '0-5' : '1-4' };
}

/** The rating that a grade is worth on a scale; null where the scale has no such grade. */
export function ratingIn(scale: Scale, text: string): Rating | null {
  return MEANINGS[scale].get(text) ?? null;
}

/** A grade as it is compared: width, case and space aside; `3.0`, as a spreadsheet may write it, is 3. */
export const plainGrade = (cell: string): string =>
  (cell.length > LONGEST_GRADE ? '?' : cell)
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(\d+)\.0+$/, '$1');

const LONGEST_GRADE = 40;

type Kind = 'number' | 'words' | 'right-wrong';

function kindOf(text: string): Kind | null {
  if (/^\d{1,9}$/.test(text)) return 'number';
  if (MEANINGS.words.has(text)) return 'words';
  return MEANINGS['right-wrong'].has(text) ? 'right-wrong' : null;
}

const all = (rating: Rating, ...texts: readonly string[]) => texts.map((text) => [text, rating] as const);

/** In SM-2 a quality below 3 is a lapse (P. A. Woźniak, "Optimization of learning", 1990). */
const MEANINGS: Readonly<Record<Scale, ReadonlyMap<string, Rating>>> = {
  '1-4': new Map([...all('again', '1'), ...all('hard', '2'), ...all('good', '3'), ...all('easy', '4')]),
  '0-5': new Map([...all('again', '0', '1', '2'), ...all('hard', '3'), ...all('good', '4'), ...all('easy', '5')]),
  words: new Map([
    ...all('again', 'again', '重来'),
    ...all('hard', 'hard', '困难'),
    ...all('good', 'good', '良好'),
    ...all('easy', 'easy', '简单'),
  ]),
  'right-wrong': new Map([
    ...all('good', 'right', 'correct', 'true', 'yes', 't', 'y', '1'),
    ...all('good', '对', '正确', '答对', '是', '√', '✓', '✔'),
    ...all('again', 'wrong', 'incorrect', 'false', 'no', 'f', 'n', '0', 'x'),
    ...all('again', '错', '错误', '答错', '否', '×', '✗', '✘'),
  ]),
};
