import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listMistakes, type MistakeFilter } from '../../src/core/analysis/mistake-list.ts';
import { mistakesOf } from '../../src/core/analysis/mistakes.ts';
import { type BankQuestion, questionsOf } from '../../src/core/bank/bank.ts';
import { parseDay } from '../../src/core/day.ts';
import type { Reviewed } from '../../src/core/drill/memory.ts';
import { enMistakes } from '../../src/messages/en-mistakes.ts';
import { zhMistakes } from '../../src/messages/zh-mistakes.ts';
import { truncate, widthOf } from '../../src/prompts/width.ts';
import { wrap } from '../../src/prompts/wrap.ts';
import { renderMistakes } from '../../src/report/mistakes.ts';
import { renderMistakesJson } from '../../src/report/mistakes-json.ts';
import { aCause } from '../support/results-causes.ts';
import { aBank, anAnswer, aQuestion, minute, scheduler } from '../support/results-history.ts';

const bank = aBank('l3', [
  aQuestion('perishable', {
    stem: '演出开始后仍空着的座位再也卖不出去，这体现了服务的哪一个特性，为什么？',
    options: ['无形性', '差异性', '易逝性', '不可分离性'],
    key: 'C',
    topic: 'traits',
  }),
  aQuestion('truth', { type: 'boolean', stem: '服务可以储存。' }),
]);
const questions = new Map<string, BankQuestion>(questionsOf(bank).map((question) => [question.ref, question]));

const at = (days: number, minutes = 1): string => minute(days * 1440 + minutes);
const wrong = (item: string, days: number, response: readonly (string | boolean)[]) =>
  anAnswer({ item, right: false, at: at(days), response });
const first = wrong('l3/perishable', -6, ['B']);
const second = wrong('l3/perishable', -5, ['B']);
const events = [
  first,
  second,
  wrong('l3/perishable', -4, []),
  aCause(first, 'misread'),
  aCause(second, 'misread'),
  wrong('l3/truth', -3, [true]),
  anAnswer({ item: 'l3/truth', at: at(-2) }),
  wrong('gone/item', -3, ['雷雨']),
  wrong('l3/left', -19, ['A']),
  ...[-18, -14, -8].map((days) => anAnswer({ item: 'l3/left', at: at(days) })),
];
const memories = new Map<string, Reviewed>(
  Object.entries({ 'l3/perishable': 0.4, 'l3/truth': 6.98, 'l3/left': 30 }).map(([ref, stability]) => [
    ref,
    { kind: 'reviewed', stability } as Reviewed,
  ]),
);
const all: MistakeFilter = { banks: [], topics: [], types: [], causes: [], since: null, limit: null, left: false };
const list = (filter: Partial<MistakeFilter> = {}) =>
  listMistakes(mistakesOf({ events, memories, scheduler }), questions, { ...all, ...filter });
const shown = (columns: number, filter: Partial<MistakeFilter> = {}, words = zhMistakes): string =>
  renderMistakes(list(filter), words, { columns, widthOf, truncate, wrap });

describe('the list of mistakes', () => {
  test('on 80 columns, with what has left', () => {
    expect(shown(79, { left: true })).toMatchInlineSnapshot(`
      "错题本里有 3 题，已离开 1 题。

      错 3/3  演出开始后仍空着的座位再也卖不出去，这体现了服务的哪一个特性，为什么？
              最近错 2026-11-18 · 2 次选 B 差异性 · 1 次未答 · 看错题×2
              还差：再答对 2 天，记忆稳定到 7 天（现在 0.4 天）
              l3/perishable

      错 1/1  gone/item
              最近错 2026-11-19 · 1 次写“雷雨” · 题库里找不到这道题
              还差：再答对 2 天，记忆稳定到 7 天

      错 1/2  服务可以储存。
              最近错 2026-11-19 · 1 次答“对”
              还差：再答对 1 天，记忆稳定到 7 天（现在 6.9 天）
              l3/truth

      错 1/4  l3/left
              最近错 2026-11-03 · 1 次答 A · 题库里找不到这道题
              2026-11-08 离开错题本

      规则：答错一次就进错题本，没有作答也算。最后一次答错以后，在 2 个不同的学习日各
      答对一次（猜对的不算），并且记忆稳定到 7 天以上，就离开；再答错又回来。
      补记错因：\`quiz mistakes cause <题目> <不会|记错|看错题|粗心>\`
      "
    `);
  });

  test('on 40 columns, cut to a limit', () => {
    expect(shown(39, { limit: 1 })).toMatchInlineSnapshot(`
      "错题本里有 3 题，已离开 1 题（加 --all
      一起列出）。

      错 3/3  演出开始后仍空着的座位再也卖不…
              最近错 2026-11-18
              2 次选 B 差异性 · 1 次未答
              看错题×2
              还差：再答对 2 天，记忆稳定到 7
              天（现在 0.4 天）
              l3/perishable

      只列出前 1 题，共 3 题。

      规则：答错一次就进错题本，没有作答也
      算。最后一次答错以后，在 2 个不同的学习
      日各答对一次（猜对的不算），并且记忆稳
      定到 7 天以上，就离开；再答错又回来。
      "
    `);
  });

  test('in English', () => {
    expect(shown(79, { limit: 2 }, enMistakes)).toMatchInlineSnapshot(`
      "3 questions in the book of mistakes, 1 left it (--all shows them too).

      3/3 wrong  演出开始后仍空着的座位再也卖不出去，这体现了服务的哪一个特性，为什…
                 last 2026-11-18 · 2 × B 差异性 · 1 × no answer · misread ×2
                 Missing: right on 2 more days, a stability of 7 days (now 0.4)
                 l3/perishable

      1/1 wrong  gone/item
                 last 2026-11-19 · 1 × “雷雨” · in no bank at hand
                 Missing: right on 2 more days, a stability of 7 days

      The first 2 of 3.

      The rule: a wrong answer, or none, puts a question into the book. It leaves
      after a right answer on 2 different study days since the last wrong one
      (guesses do not count), once its memory is stable for 7 days; a new wrong
      answer brings it back.
      To say why: \`quiz mistakes cause ITEM unknown|confused|misread|careless\`
      "
    `);
  });

  test('that has nothing says so, with the rule', () => {
    expect(shown(79, { topics: ['none'] })).toMatch(/^没有符合条件的错题。\n\n规则：/);
  });

  test('is never wider than its screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 100 }), fc.constantFrom(zhMistakes, enMistakes), (columns, words) => {
        const lines = shown(columns, { left: true }, words as typeof zhMistakes).split('\n');
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

test('the same for programs is one document', () => {
  const text = renderMistakesJson(list({ left: true, since: -1 }), parseDay('2026-11-22') as number);
  const document = JSON.parse(text);
  expect(document).toMatchObject({
    format: 'quiz-mistakes',
    version: 1,
    today: '2026-11-22',
    rule: { rightDays: 2, stabilityDays: 7 },
    filter: { since: '1969-12-31', left: true },
    inBook: 3,
    left: 1,
  });
  expect(document.mistakes.map(({ item, inBook, leftOn }: Record<string, unknown>) => [item, inBook, leftOn])).toEqual([
    ['l3/perishable', true, null],
    ['gone/item', true, null],
    ['l3/truth', true, null],
    ['l3/left', false, '2026-11-08'],
  ]);
  expect(document.mistakes[0]).toMatchObject({
    type: 'single',
    topic: 'traits',
    wrong: 3,
    unanswered: 1,
    fellFor: { kind: 'option', letter: 'B', text: '差异性', times: 2 },
    causes: [{ cause: 'misread', times: 2 }],
    needs: { rightDays: 2, stability: 7 },
  });
});
