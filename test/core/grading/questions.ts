import type {
  Blank,
  BlankKey,
  KeyPoint,
  Multiple,
  Ordering,
  Short,
  Single,
  Truth,
} from '../../../src/core/bank/item.ts';
import type { Mark } from '../../../src/core/grading/mark.ts';
import { DRILL_RULE, type Rule } from '../../../src/core/grading/rule.ts';
import type { ScriptFold } from '../../../src/core/grading/text-match.ts';

const common = {
  id: 'asked',
  topic: '',
  difficulty: 3,
  tags: [],
  stem: '?',
  explanation: '',
  source: '',
  revision: '0',
};
const options = ['甲', '乙', '丙', '丁', '戊'];

export const aSingle = (key = 'B'): Single => ({ ...common, type: 'single', options, shuffle: true, key });
export const aTruth = (key = true): Truth => ({ ...common, type: 'boolean', key });
export const aMultiple = (letters = 'ABD'): Multiple => ({
  ...common,
  type: 'multiple',
  options,
  shuffle: true,
  key: [...letters],
});
export const anOrdering = (letters = 'ACBD'): Ordering => ({
  ...common,
  type: 'ordering',
  options: options.slice(0, letters.length),
  shuffle: true,
  key: [...letters],
});

export const aKey = (accept: string | readonly string[], rest: Partial<BlankKey> = {}): BlankKey => ({
  accept: typeof accept === 'string' ? [accept] : accept,
  exact: false,
  unit: '',
  points: 1,
  ...rest,
});
export const aBlank = (blanks: readonly BlankKey[], anyOrder: Blank['anyOrder'] = []): Blank => ({
  ...common,
  type: 'blank',
  blanks,
  anyOrder,
});

export const aPoint = (points: number, ...keywords: string[]): KeyPoint => ({ text: '要点', keywords, points });
export const aShort = (...points: KeyPoint[]): Short => ({ ...common, type: 'short', answer: '范文', points });

export const aRule = (rest: Partial<Rule> = {}): Rule => ({ ...DRILL_RULE, ...rest });
export const pointsOf = (mark: Mark): number => mark.hundredths / 100;

const TRADITIONAL: Readonly<Record<string, string>> = { 務: '务', 滿: '满', 萬: '万', 戶: '户', 調: '调', 兩: '两' };
export const toSimplified: ScriptFold = (text) =>
  [...text].map((character) => TRADITIONAL[character] ?? character).join('');
