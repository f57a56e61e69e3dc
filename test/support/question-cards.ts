import { type Letter, letterAt } from '../../src/core/bank/item.ts';
import type { QuestionCard, VerdictCard } from '../../src/prompts/ask/cards.ts';

const card: QuestionCard = {
  position: '3/20',
  type: 'single',
  heading: ['单选题', '服务的特性', '到期'],
  starred: false,
  note: '',
  caseTitle: '',
  material: '',
  stem: '演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。',
  options: [],
  fields: 0,
  keyPoints: [],
};

/** Options in the order of their own letters; `order` shows them in another. */
export function aChoiceCard(
  fields: Partial<QuestionCard> = {},
  order: readonly Letter[] = ['A', 'B', 'C', 'D'],
): QuestionCard {
  const texts: Record<Letter, string> = { A: '无形性', B: '易逝性', C: '差异性', D: '不可分离性' };
  const options = order.map((letter, place) => ({ letter, label: letterAt(place), text: texts[letter] ?? letter }));
  return { ...card, options, ...fields };
}

export const aTruthCard = (fields: Partial<QuestionCard> = {}): QuestionCard => ({
  ...card,
  type: 'boolean',
  heading: ['判断题'],
  stem: '服务可以储存。',
  options: [
    { letter: 'A', label: 'A', text: '对' },
    { letter: 'B', label: 'B', text: '错' },
  ],
  ...fields,
});

export const aBlankCard = (fields = 2): QuestionCard => ({
  ...card,
  type: 'blank',
  heading: ['填空题'],
  stem: '服务质量有____个维度，量表有____个项目。',
  fields,
});

export const aShortCard = (): QuestionCard => ({
  ...card,
  type: 'short',
  heading: ['简答题'],
  stem: '接到投诉后先做什么？',
  fields: 1,
  keyPoints: ['倾听（2 分）', '致歉（1 分）', '记录（1 分）'],
});

export const aVerdict = (fields: Partial<VerdictCard> = {}): VerdictCard => ({
  outcome: 'wrong',
  headline: '答错了',
  key: ['B. 易逝性'],
  rightLetters: ['B'],
  chosenLetters: ['A'],
  remarks: [],
  explanation: '服务不能储存，错过的产能永远失去。',
  next: '稍后再来一次',
  collapsed: '✘ 3/20',
  may: { guess: false, easy: false, overrule: false, cause: (fields.outcome ?? 'wrong') !== 'right' },
  ...fields,
});
