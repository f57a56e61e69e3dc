import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openReview } from '../../../src/core/intake/review.ts';
import { withDetails } from '../../../src/messages/details.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { ReviewCard } from '../../../src/prompts/review/cards.ts';
import { plainPage } from '../../../src/prompts/review/plain-page.ts';
import { openScreen, type ReviewState } from '../../../src/prompts/review/state.ts';
import { type ReviewLook, settle, view } from '../../../src/prompts/review/view.ts';
import { themeFor } from '../../../src/prompts/theme.ts';
import { widthOf } from '../../../src/prompts/width.ts';
import { aKeyless } from '../../support/drafts.ts';
import { aReviewCard } from '../../support/review-cards.ts';

const wordsIn = (language: 'zh' | 'en') => {
  const { ask, review } = withDetails(messagesFor(language));
  return { ...ask, ...review };
};
const lookAt = (card: ReviewCard, language: 'zh' | 'en' = 'zh', color = false): ReviewLook => ({
  theme: themeFor(color),
  words: wordsIn(language),
  cardOf: () => card,
});

const at = (columns: number, rows: number, fields: Partial<ReviewState> = {}): ReviewState => ({
  ...openScreen(openReview([aKeyless()]), columns, rows),
  ...fields,
});

/** The screen as it stands; `▏` is the terminal's caret. */
function screen(state: ReviewState, look: ReviewLook): string {
  const { above, below } = view(state, look);
  return `${above}▏${below === '' ? '' : `\n${below}`}`.replace(/[ \t]+$/gm, '');
}

test('a question at 80×24: why it is doubted, how it was read, what it was made from', () => {
  expect(screen(at(80, 24), lookAt(aReviewCard()))).toMatchInlineSnapshot(`
    "2/8 · 单选题 · 一、单选题(共3题)

    ! 题干里的答案是 B，答案行是 A

    电话铃响（  ）声内接听。
      ✔ A  三
        B  十
    答案： A 三
    解析： 三声之内接听是基本要求。

    原文 paper.txt:3-4
    │ 2.电话铃响( B )声内接听。A.三 B.十
    │ 答案:A
     ▏
    回车 确认  A B… 答案  0 草稿  x 不是题  o 编辑  ← 上一题  → 跳过  q 离开"
  `);
});

test('at 40×12, the key changed', () => {
  const card = aReviewCard({ decision: 'key-changed', key: 'B 十', material: '一段很长的材料。\n'.repeat(9) });
  expect(screen(at(40, 12), lookAt(card, 'en'))).toMatchInlineSnapshot(`
    "2/8 · 单选题 · 一、单选题(共3题)

    ! 题干里的答案是 B，答案行是 A

    Material
    一段很长的材料。
    一段很长的材料。
    ↓ 12 more lines below (PgDn)
    The key is now B 十▏
    Enter ok  A B… key  0 draft  x drop"
  `);
});

test('a statement without a key, a complaint', () => {
  const card = aReviewCard({ page: 0, options: [], key: '', choice: 'truth', explanation: '', sources: [] });
  expect(screen(at(80, 24, { message: 'first' }), lookAt(card))).toMatchInlineSnapshot(`
    "1/8 · 单选题 · 一、单选题(共3题)

    ! 题干里的答案是 B，答案行是 A

    电话铃响（  ）声内接听。
    答案： （没有）
    这是第一题。▏
    回车 确认  T/F 答案  0 草稿  x 不是题  o 编辑  → 跳过  q 离开"
  `);
});

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const piece = fc.oneof(
  fc.constantFrom('服务', '，', '____', ' ', '\n', 'customer service', '**重点**', '👨‍👩‍👧'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('\u001b[2J', '\u0007', '\r', '\t', '\u202e', '\u200b', '\u009b31m', '\u0000', '\ud800'),
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const texts = fc.array(text, { maxLength: 6 });
const cards = fc
  .record({
    heading: texts,
    doubts: texts,
    material: text,
    stem: text,
    options: fc.array(fc.record({ label: text, text, right: fc.boolean() }), { maxLength: 6 }),
    key: text,
    explanation: text,
    sources: fc.array(fc.record({ place: text, lines: texts }), { maxLength: 3 }),
    decision: fc.constantFrom(null, 'accepted' as const, 'key-changed' as const),
  })
  .map(aReviewCard);

test('whatever a document holds, it stays on the screen and harmless', () => {
  fc.assert(
    fc.property(
      cards,
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 40 }),
      fc.nat(60),
      (card, columns, rows, scroll) => {
        const look = lookAt(card);
        const { above, below } = view(settle(at(columns, rows, { scroll }), look), look);
        const lines = [...above.split('\n'), ...(below === '' ? [] : below.split('\n'))];
        expect(lines.length).toBeLessThanOrEqual(Math.max(2, rows - 1));
        for (const line of lines) {
          expect(widthOf(line)).toBeLessThanOrEqual(Math.max(1, columns - 1));
          expect(line).not.toMatch(CONTROL);
        }
        for (const line of plainPage(card, look.words).flatMap((each) => each.split('\n')))
          expect(line).not.toMatch(CONTROL);
      },
    ),
    { numRuns: 150 },
  );
});
