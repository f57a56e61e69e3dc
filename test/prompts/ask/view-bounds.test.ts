import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../src/messages/en.ts';
import { zh } from '../../../src/messages/zh.ts';
import type { QuestionCard } from '../../../src/prompts/ask/cards.ts';
import { type AskState, openAsk, type Phase } from '../../../src/prompts/ask/state.ts';
import { view } from '../../../src/prompts/ask/view.ts';
import { textField } from '../../../src/prompts/text-field.ts';
import { themeFor } from '../../../src/prompts/theme.ts';
import { widthOf } from '../../../src/prompts/width.ts';
import { aChoiceCard, aVerdict } from '../../support/question-cards.ts';

/** Texts as banks have them, as people paste them, and as nobody should. */
const piece = fc.oneof(
  fc.constantFrom(
    '服务',
    '，',
    '。',
    '（  ）',
    '____',
    ' ',
    '\n',
    'customer service',
    '**重点**',
    '`a b`',
    '- ',
    '> ',
    '1. ',
    '|表|',
    '👨‍👩‍👧',
    'e\u0301',
    '５０％',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('\u001b[2J', '\u0007', '\r', '\t', '\u202e', '\u200b', '\u009b31m', '\u0000', '\ud800'),
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const long = fc.array(text, { maxLength: 12 }).map((texts) => texts.join('\n'));

const cards: fc.Arbitrary<QuestionCard> = fc
  .record({
    type: fc.constantFrom('single', 'multiple', 'boolean', 'ordering', 'blank', 'short'),
    heading: fc.array(text, { maxLength: 3 }),
    starred: fc.boolean(),
    note: text,
    caseTitle: text,
    material: fc.oneof(fc.constant(''), long),
    stem: text,
    texts: fc.array(text, { minLength: 2, maxLength: 8 }),
    keyPoints: fc.array(text, { minLength: 1, maxLength: 5 }),
  })
  .map(({ texts, ...rest }) => ({
    ...aChoiceCard(rest as Partial<QuestionCard>),
    options: texts.map((each, n) => ({ letter: 'ABCDEFGH'[n] as string, label: 'ABCDEFGH'[n] as string, text: each })),
  }));

const field = fc.tuple(text, fc.nat(20)).map(([typed, caret]) => {
  const { graphemes } = textField(typed);
  return { graphemes, caret: Math.min(caret, graphemes.length) };
});
const phases: fc.Arbitrary<Phase> = fc.oneof(
  fc.record({
    at: fc.constant('choosing' as const),
    cursor: fc.constantFrom(null, 0, 1),
    picked: fc.subarray(['A', 'B']),
  }),
  fc.record({
    at: fc.constant('typing' as const),
    fields: fc.array(field, { minLength: 1, maxLength: 4 }),
    field: fc.constant(0),
  }),
  fc.record({ at: fc.constant('writing' as const), lines: fc.array(text, { maxLength: 5 }), line: field }),
  fc.record({ at: fc.constant('ticking' as const), text: long, covered: fc.subarray([1, 2]), cursor: fc.constant(0) }),
  fc.record({ at: fc.constant('noting' as const), text: field, back: fc.constant({ at: 'judged' as const }) }),
  fc.constant({ at: 'judged' as const }),
);
const screens = fc.record({
  card: cards,
  phase: phases,
  verdict: fc.record({
    headline: text,
    key: fc.array(text),
    remarks: fc.array(text),
    explanation: long,
    next: fc.constant('明天再见'),
  }),
  columns: fc.integer({ min: 12, max: 120 }),
  rows: fc.integer({ min: 4, max: 50 }),
  scroll: fc.constantFrom(0, 1, 7, Number.MAX_SAFE_INTEGER),
  complaint: fc.constantFrom(null, 'nothing-picked' as const, 'not-wrong' as const, 'cause-of-right' as const),
  guess: fc.boolean(),
  left: fc.record({ session: fc.constantFrom(null, 5_000, 5_400_000), item: fc.constantFrom(null, -1, 29_500) }),
  words: fc.constantFrom(zh.ask, en.ask),
});
type Shown = typeof screens extends fc.Arbitrary<infer S> ? S : never;

function linesOf(
  { card, phase, verdict, columns, rows, scroll, complaint, guess, left, words }: Shown,
  color: boolean,
): string[] {
  const may = { guess: true, easy: true, overrule: true, cause: true };
  const shown = phase.at === 'judged' || phase.at === 'noting' ? aVerdict({ ...verdict, may }) : null;
  const state: AskState = { ...openAsk(card, 0, columns, rows), phase, scroll, complaint, guess, verdict: shown };
  const { above, below } = view(state, card, { theme: themeFor(color), words, left: () => left });
  return [...above.split('\n'), ...(below === '' ? [] : below.split('\n'))];
}

describe('every screen', () => {
  test('is a column narrower and a row lower than the terminal, and holds no control character of a card', () => {
    fc.assert(
      fc.property(screens, (shown) => {
        const lines = linesOf(shown, false);
        expect(lines.length).toBeLessThanOrEqual(shown.rows - 1);
        for (const line of lines) {
          expect(widthOf(line)).toBeLessThanOrEqual(shown.columns - 1);
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        }
      }),
      { numRuns: 250 },
    );
  });

  test('is no wider with colour', () => {
    fc.assert(
      fc.property(screens, (shown) => {
        const bare = linesOf(shown, true)
          .join('\n')
          .replace(/\u001b\[\d+m/g, '');
        expect(bare.replace(/[*`#\s]/g, '').length).toBeGreaterThan(0);
        for (const line of bare.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(shown.columns - 1);
      }),
      { numRuns: 100 },
    );
  });
});
