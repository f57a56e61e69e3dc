import { expect, test } from 'vitest';
import type { Journal } from '../../src/cli/journal.ts';
import { StudyCards } from '../../src/cli/study-cards.ts';
import { emptyProgress } from '../../src/core/history/fold.ts';
import { pagesOf } from '../../src/core/study/pages.ts';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { openStudy, type StudyState } from '../../src/prompts/study/state.ts';
import { step } from '../../src/prompts/study/step.ts';
import { settle, view } from '../../src/prompts/study/view.ts';
import { themeFor } from '../../src/prompts/theme.ts';
import { bankOf } from '../support/bank-text.ts';
import { KINDS, many } from '../support/small-banks.ts';

const words = withDetails(messagesFor('zh'));
const journal = { progress: emptyProgress() } as unknown as Journal;

const cardsOf = async (text: string) => {
  const pages = pagesOf([await bankOf(text)], { topics: [], types: [] }, true);
  return { pages, cards: new StudyCards(pages, journal, words) };
};

test('texts name options by the letters of the bank', async () => {
  const { cards } = await cardsOf(KINDS);
  expect(cards.at(0, null)).toMatchObject({
    options: [
      { label: 'A' },
      { label: 'B', text: '蓝色', right: true },
      { right: false },
      { label: 'D', right: false },
    ],
    key: ['B 蓝色'],
    explanation: '散射使天空成为B，晚霞才是A。',
  });
});

test('topics are next to each other, wherever in them a page stands', async () => {
  const { cards } = await cardsOf(KINDS);
  expect(cards.at(3, null)).toMatchObject({ nextTopic: 6, previousTopic: null });
  expect(cards.at(7, null)).toMatchObject({ nextTopic: null, previousTopic: 0 });
});

test('the material of a case was seen where another of its parts was on the screen before', async () => {
  const { cards } = await cardsOf(KINDS);
  expect([cards.at(6, 5), cards.at(7, 6), cards.at(6, 7), cards.at(7, null)]).toMatchObject(
    [false, true, true, false].map((materialSeen) => ({ materialSeen })),
  );
});

test('of a thousand pages only the one to be shown is made: a key is on the screen within ten milliseconds', async () => {
  const { pages, cards } = await cardsOf(many(1000));
  const look = { theme: themeFor(true), words: { ...words.ask, noteHint: words.ask.hints.note, ...words.study } };
  let state: StudyState = openStudy(cards.at(0, null), false, 80, 24);
  const began = performance.now();
  for (let page = 1; page < pages.length; page++) {
    const { effect } = step(state, { kind: 'key', key: { name: 'return', text: '', ctrl: false } });
    expect(effect).toEqual({ kind: 'turn', to: page });
    state = settle(step(state, { kind: 'page', card: cards.at(page, page - 1) }).state, look);
    view(state, look);
  }
  expect((performance.now() - began) / pages.length).toBeLessThan(10);
});
