import type { Draft } from '../../src/core/intake/draft.ts';

/** A question as the importer reads it, sure unless doubts are given. */
export const aDraft = (fields: Partial<Draft> = {}): Draft => ({
  type: 'single',
  number: 1,
  stem: '客户来电时首先应当（  ）。',
  material: '',
  options: ['问候客户', '转接主管', '登记工单', '结束通话'].map((text, n) => ({ id: 'ABCD'[n] as string, text })),
  answer: 'A',
  explanation: '先问候，再了解来意。',
  points: null,
  section: null,
  difficulty: null,
  topic: '',
  source: { file: 'paper.txt', line: 3, endLine: 5 },
  confidence: 1,
  doubts: [],
  rules: [],
  ...fields,
});

/** The same without a key, which is a doubt. */
export const aKeyless = (fields: Partial<Draft> = {}): Draft =>
  aDraft({ answer: null, doubts: [{ code: 'NO_KEY', line: 3, params: {} }], ...fields });
