import type { ReviewCard } from '../../src/prompts/review/cards.ts';

export const aReviewCard = (fields: Partial<ReviewCard> = {}): ReviewCard => ({
  page: 1,
  of: 8,
  heading: ['单选题', '一、单选题(共3题)'],
  doubts: ['题干里的答案是 B，答案行是 A'],
  material: '',
  stem: '电话铃响（  ）声内接听。',
  options: [
    { label: 'A', text: '三', right: true },
    { label: 'B', text: '十', right: false },
  ],
  key: 'A 三',
  explanation: '三声之内接听是基本要求。',
  sources: [{ place: 'paper.txt:3-4', lines: ['2.电话铃响( B )声内接听。A.三 B.十', '答案:A'] }],
  decision: null,
  choice: 'options',
  ...fields,
});
