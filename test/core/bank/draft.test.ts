import { expect, test } from 'vitest';
import { draftsOf, questionsOf } from '../../../src/core/bank/bank.ts';
import { checkBank } from '../../../src/core/bank/check.ts';
import { compileBank } from '../../../src/core/bank/compile.ts';
import type { BankDocument } from '../../../src/core/bank/schema.ts';
import { reviewBank } from '../../../src/core/bank/writing/review.ts';
import { pagesOf } from '../../../src/core/study/pages.ts';

const keyed = { id: 'a', type: 'single', stem: '首问责任人是谁?', options: ['首位接待者', '值班经理'], answer: 'A' };
const keyless = { id: 'b', type: 'single', draft: true, stem: '回访宜在何时?', options: ['当天', '次日'] };
const bank = (...items: object[]) => ({ format: 'quiz-bank/1', id: 'x', title: 'X', items });
const codes = (value: unknown): string[] => checkBank(value).map(({ code, path }) => `${code} ${path.join('.')}`);
const compiled = (...items: object[]) => compileBank(bank(...items) as unknown as BankDocument, '', (text) => text);

test('a draft needs no key, anything else does', () => {
  expect(codes(bank(keyed, keyless))).toEqual([]);
  expect(codes(bank(keyed, { ...keyless, draft: false }))).toEqual(['NO_KEY items.1.answer']);
  expect(codes(bank({ ...keyed, answer: undefined }))).toEqual(['NO_KEY items.0.answer']);
});

test('a draft is no stock that a paper can draw from', () => {
  const papers = { p: { title: 'P', sections: [{ title: '单选', count: 2 }] } };
  expect(codes({ ...bank(keyed, keyless), papers })).toEqual(['PAPER_SHORT papers.p.sections.0.count']);
});

test('a draft is read, with its options, and asked nowhere', () => {
  const { items, drafts } = compiled(keyless, keyed);
  expect(items.map(({ id }) => id)).toEqual(['a']);
  expect(drafts?.map(({ id, stem }) => [id, stem])).toEqual([['b', '回访宜在何时?\n\nA. 当天\n\nB. 次日']]);
  const whole = compiled(keyless, keyed);
  expect(questionsOf(whole).map(({ ref }) => ref)).toEqual(['x/a']);
  expect(draftsOf(whole).map(({ ref }) => ref)).toEqual(['x/b']);
  const pages = pagesOf([whole], { topics: [], types: [] } as never, true);
  expect(pages.map((page) => (page.kind === 'question' ? page.question.ref : ''))).toEqual(['x/a', 'x/b']);
});

test('remarks on what stands behind a draft name the place in the file', () => {
  const damaged = { ...keyed, stem: '提⼤服务质量靠谁?' };
  const places = reviewBank(compiled(keyless, damaged)).filter(({ code }) => code === 'E05');
  expect(places.map(({ path }) => path.join('.'))).toEqual(['items.1.stem']);
  const allowed = { ...damaged, allow: [{ E05: '原文如此' }] };
  expect(reviewBank(compiled(keyless, allowed)).filter(({ code }) => code === 'E05')).toEqual([]);
});
