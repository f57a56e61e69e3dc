import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withDetails } from '../../../src/messages/details.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { plainPage } from '../../../src/prompts/study/plain-page.ts';
import type { StudyState } from '../../../src/prompts/study/state.ts';
import { settle, view } from '../../../src/prompts/study/view.ts';
import { textField } from '../../../src/prompts/text-field.ts';
import { themeFor } from '../../../src/prompts/theme.ts';
import { widthOf } from '../../../src/prompts/width.ts';
import { aNotesCard, aStudyCard } from '../../support/study-cards.ts';

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Texts as banks have them, and as nobody should. */
const piece = fc.oneof(
  fc.constantFrom(
    '服务',
    '，',
    '（  ）',
    '____',
    ' ',
    '\n',
    'customer service',
    '**重点**',
    '- ',
    '|表|',
    '👨‍👩‍👧',
    'e\u0301',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('\u001b[2J', '\u0007', '\r', '\t', '\u202e', '\u200b', '\u009b31m', '\u0000', '\ud800'),
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const texts = fc.array(text, { maxLength: 6 });

const cards = fc.oneof(
  fc.record({ heading: texts, title: text, notes: text, topic: text }).map(aNotesCard),
  fc
    .record({
      heading: texts,
      topic: text,
      starred: fc.boolean(),
      note: text,
      caseTitle: text,
      material: text,
      materialSeen: fc.boolean(),
      stem: text,
      answeredStem: text,
      key: fc.array(text, { minLength: 1, maxLength: 4 }),
      accepted: texts,
      keyPoints: texts,
      explanation: text,
      options: fc.array(
        fc.record({ label: fc.constantFrom('A', 'B'), text, right: fc.boolean(), place: fc.constantFrom(null, 1, 12) }),
        { maxLength: 6 },
      ),
    })
    .map(aStudyCard),
);
const states: fc.Arbitrary<StudyState> = fc.record({
  card: cards,
  hiding: fc.boolean(),
  revealed: fc.boolean(),
  noting: fc.oneof(fc.constant(null), text.map(textField)),
  scroll: fc.constantFrom(0, 1, -7, Number.MAX_SAFE_INTEGER),
  message: fc.constantFrom(null, 'resumed' as const, 'last-topic' as const),
  columns: fc.integer({ min: 12, max: 120 }),
  rows: fc.integer({ min: 4, max: 50 }),
});

const wordsIn = (language: 'zh' | 'en') => {
  const { ask, study } = withDetails(messagesFor(language));
  return { ...ask, noteHint: ask.hints.note, ...study };
};

test('every screen is a column narrower and a row lower than the terminal, and holds no control character of a bank', () => {
  fc.assert(
    fc.property(states, fc.constantFrom('zh', 'en'), fc.boolean(), (state, language, color) => {
      const look = { theme: themeFor(color), words: wordsIn(language) };
      const { above, below } = view(settle(state, look), look);
      const lines = [...above.split('\n'), ...(below === '' ? [] : below.split('\n'))];
      expect(lines.length).toBeLessThanOrEqual(state.rows - 1);
      for (const line of lines.map((each) => each.replace(/\u001b\[\d+m/g, ''))) {
        expect(widthOf(line)).toBeLessThanOrEqual(state.columns - 1);
        expect(line).not.toMatch(CONTROL);
      }
    }),
    { numRuns: 250 },
  );
});

test('every plain page is text and line breaks', () => {
  fc.assert(
    fc.property(cards, fc.boolean(), (card, withAnswer) => {
      expect(plainPage(card, withAnswer, wordsIn('zh')).join('\n').replaceAll('\n', '')).not.toMatch(CONTROL);
    }),
  );
});
