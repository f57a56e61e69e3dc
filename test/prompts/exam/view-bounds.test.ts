import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuestionCard } from '../../../src/prompts/ask/cards.ts';
import { view } from '../../../src/prompts/exam/view.ts';
import { widthOf } from '../../../src/prompts/width.ts';
import { aPlaceOnSheet, ExamPlay, lookOf } from '../../support/exam-screens.ts';
import { aBlankCard, aChoiceCard, aShortCard, aTruthCard } from '../../support/question-cards.ts';

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
const long = fc.array(text, { maxLength: 12 }).map((texts) => texts.join('\n'));

const cards: fc.Arbitrary<QuestionCard> = fc
  .record({
    base: fc.constantFrom(
      aChoiceCard(),
      aChoiceCard({ type: 'multiple' }),
      aChoiceCard({ type: 'ordering' }),
      aTruthCard(),
      aBlankCard(3),
      aShortCard(),
    ),
    heading: fc.array(text, { maxLength: 3 }),
    caseTitle: text,
    material: fc.oneof(fc.constant(''), long),
    stem: text,
    texts: fc.array(text, { minLength: 4, maxLength: 4 }),
  })
  .map(({ base, texts, ...fields }) => ({
    ...base,
    ...fields,
    options: base.options.map((option, n) => ({ ...option, text: texts[n] ?? '' })),
  }));

const key = fc.constantFrom(
  ...['a', 'b', 'c', '1', '9', '?', 'f', 's', 'n', '字', ' ', '*', 'y', 'q'],
  ...['<return>', '<tab>', '<escape>', '<backspace>', '<left>', '<right>', '<up>', '<down>', '<home>', '<end>'],
  ...['<pageup>', '<pagedown>'],
);
const moments = fc.record({
  cards: fc.array(cards, { minLength: 1, maxLength: 5 }),
  keys: fc.array(key, { maxLength: 25 }),
  sizes: fc.array(fc.tuple(fc.integer({ min: 4, max: 120 }), fc.integer({ min: 4, max: 50 })), {
    minLength: 1,
    maxLength: 3,
  }),
  note: text,
  sections: fc.array(text, { maxLength: 3 }),
  locked: fc.boolean(),
  left: fc.record({
    exam: fc.constantFrom(null, -1, 59_000, 5_400_000),
    section: fc.constantFrom(null, 600_000),
    item: fc.constantFrom(null, -1, 29_500),
  }),
  language: fc.constantFrom('zh' as const, 'en' as const),
  color: fc.boolean(),
});

test('whatever is asked and pressed, a screen is a column narrower and a row lower than the terminal, and holds no control character of a bank', () => {
  fc.assert(
    fc.property(moments, ({ cards, keys, sizes, note, sections, locked, ...how }) => {
      const play = new ExamPlay(cards, { places: cards.map(() => aPlaceOnSheet({ note })) });
      const starts = sections.map((title, n) => ({ from: Math.min(n, cards.length), title }));
      play.look = lookOf(cards, { ...how, sections: [{ from: 0, title: '一' }, ...starts] });
      if (locked) play.locked.add(0);
      for (const [columns, rows] of sizes) {
        play.resize(columns, rows).press(keys.join(''));
        const { above, below } = view(play.state, play.look);
        const lines = [...above.split('\n'), ...(below === '' ? [] : below.split('\n'))];
        expect(lines.length).toBeLessThanOrEqual(rows - 1);
        for (const line of lines.map((each) => each.replace(/\u001b\[\d+m/g, ''))) {
          expect(widthOf(line)).toBeLessThanOrEqual(columns - 1);
          expect(line).not.toMatch(CONTROL);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a key wants done only what its place on the sheet then shows', () => {
  fc.assert(
    fc.property(fc.array(cards, { minLength: 1, maxLength: 4 }), fc.array(key, { maxLength: 40 }), (all, keys) => {
      const play = new ExamPlay(all.map((card) => ({ ...card, stem: '题' })));
      for (const each of keys) {
        play.press(each);
        for (const effect of play.done()) {
          if (effect.kind === 'save') expect(play.state.places[effect.index]?.saved).toEqual(effect.response);
          if (effect.kind === 'clear') expect(play.state.places[effect.index]?.saved).toBeNull();
          if (effect.kind === 'flag') expect(play.state.places[effect.index]?.flagged).toBe(effect.on);
          if (effect.kind === 'note') expect(play.state.places[effect.index]?.note).toBe(effect.text);
          if (effect.kind === 'leave') return;
        }
      }
    }),
    { numRuns: 100 },
  );
});
