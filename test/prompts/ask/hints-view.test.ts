import { describe, expect, test } from 'vitest';
import { en } from '../../../src/messages/en.ts';
import { zh } from '../../../src/messages/zh.ts';
import type { QuestionCard, VerdictCard } from '../../../src/prompts/ask/cards.ts';
import { hintLines } from '../../../src/prompts/ask/hints-view.ts';
import { type AskState, openAsk } from '../../../src/prompts/ask/state.ts';
import { step } from '../../../src/prompts/ask/step.ts';
import { themeFor } from '../../../src/prompts/theme.ts';
import { widthOf } from '../../../src/prompts/width.ts';
import { aBlankCard, aChoiceCard, aShortCard, aTruthCard, aVerdict } from '../../support/question-cards.ts';

const lookIn = ({ ask }: typeof en) => ({
  theme: themeFor(false),
  words: ask,
  left: () => ({ session: null, item: null }),
});
const hints = (card: QuestionCard, language: typeof en, state = openAsk(card, 0, 80, 24), columns = 79): string[] =>
  hintLines(state, card, lookIn(language), columns);
const judged = (may: Partial<VerdictCard['may']>, columns = 80, rows = 24): AskState => {
  const verdict = aVerdict({ may: { guess: false, easy: false, overrule: false, cause: false, ...may } });
  return step(openAsk(aChoiceCard(), 0, columns, rows), { kind: 'verdict', verdict }, aChoiceCard()).state;
};

const cards = [aChoiceCard(), aChoiceCard({ type: 'multiple' }), aChoiceCard({ type: 'ordering' }), aTruthCard()];

describe('on 80 columns', () => {
  test.each(cards)('a choice has all its hints, in Chinese on one row (%#)', (card) => {
    expect(hints(card, zh)).toHaveLength(1);
    for (const words of [zh, en]) {
      const rows = hints(card, words);
      expect(rows.at(-1)).toContain(words.ask.hints.commands);
      for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(79);
    }
  });

  test.each([aChoiceCard(), aTruthCard(), aBlankCard(), aShortCard()])(
    'one row is enough in English too (%#)',
    (card) => {
      expect(hints(card, en)).toHaveLength(1);
    },
  );

  test.each([{ guess: true, easy: true }, { overrule: true }])(
    'a verdict of a right answer has its hints on one row: %j',
    (may) => {
      for (const words of [zh, en]) {
        const [row, ...more] = hints(aChoiceCard(), words, judged(may));
        expect(more).toEqual([]);
        expect(row).toContain(words.ask.hints.after);
      }
    },
  );

  test('a wrong answer has the four causes beside what goes on, the rest below', () => {
    for (const overrule of [false, true]) {
      expect(hints(aChoiceCard(), zh, judged({ cause: true, overrule }))).toEqual([
        `回车 下一题${overrule ? '  o 算我对' : ''}  1 不会  2 记错  3 看错题  4 粗心`,
        `${zh.ask.hints.after}  ${zh.ask.hints.edit}`,
      ]);
      expect(hints(aChoiceCard(), en, judged({ cause: true, overrule }))).toEqual([
        `Enter goes on${overrule ? '  o count it right' : ''}  1 no idea  2 mixed up  3 misread  4 careless`,
        `${en.ask.hints.after}  ${en.ask.hints.edit}`,
      ]);
    }
  });

  test('what does not fit on one row stands on two, what answers above the rest', () => {
    expect(hints(aChoiceCard({ type: 'multiple' }), en)).toEqual([en.ask.hints.tick, en.ask.hints.commands]);
  });
});

test('on a narrow screen a hint is there whole or not at all', () => {
  const card = aChoiceCard();
  const low = openAsk(card, 0, 40, 12);
  expect(hints(card, zh, low, 39)).toEqual(['按字母作答  0 不会  ? 猜的  u 撤销']);
  expect(hints(card, zh, { ...low, rows: 7 }, 39)).toEqual([]);
});

test('on a narrow and low screen the causes stand close together, or in one word', () => {
  const low = judged({ cause: true }, 40, 12);
  const typed = judged({ cause: true, overrule: true }, 40, 12);
  expect(hints(aChoiceCard(), zh, low, 39)).toEqual(['回车 下一题  1-4 不会/记错/看错题/粗心']);
  expect(hints(aBlankCard(), zh, typed, 39)).toEqual(['回车 下一题  o 算我对  1-4 错因  u 撤销']);
  expect(hints(aChoiceCard(), en, low, 39)).toEqual(['Enter goes on  1-4 why  u undo  s star']);
});
