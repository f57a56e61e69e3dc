import { describe, expect, test } from 'vitest';
import type { Bank } from '../../../src/core/bank/bank.ts';
import type { Selection } from '../../../src/core/bank/selection.ts';
import { itemOf, type Page, pageAtPlace, pagesOf, topicOf, topicStarts } from '../../../src/core/study/pages.ts';
import { movedTo, type Place, scopeOf } from '../../../src/core/study/place.ts';
import { aBank, aCase, aMultiple, aSingle } from '../../support/drill-questions.ts';

const ALL: Selection = { topics: [], types: [] };

/** Topics in the order sky, sky.rain, sea; notes where the text says so. */
function bank(notes: Readonly<Record<string, string>> = { sky: '天', sea: '海' }, id = 'b'): Bank {
  const items = [
    aSingle('loose'),
    aSingle('wave', { topic: 'sea' }),
    aSingle('cloud', { topic: 'sky' }),
    aMultiple({ id: 'drop', topic: 'sky.rain' }),
    aCase('tide', 2, 'sea'),
    aSingle('sun', { topic: 'sky' }),
  ];
  const made = aBank(id, items, ['sky', 'sky.rain', 'sea']);
  return { ...made, topics: made.topics.map((topic) => ({ ...topic, notes: notes[topic.path] ?? '' })) };
}

const named = (page: Page): string => (page.kind === 'notes' ? `[${topicOf(page)}]` : page.question.question.id);
const read = (selection: Partial<Selection> = {}, withNotes = true, of = bank()): string =>
  pagesOf([of], { ...ALL, ...selection }, withNotes)
    .map(named)
    .join(' ');

describe('pages', () => {
  test('go topic by topic, notes first, questions without a topic last', () => {
    expect(read()).toBe('[sky] cloud sun drop [sea] wave tide#1 tide#2 loose');
  });

  test('leave notes out where they are not wanted', () => {
    expect(read({}, false)).toBe('cloud sun drop wave tide#1 tide#2 loose');
  });

  test('of a topic hold what is below it', () => {
    expect(read({ topics: ['sky'] })).toBe('[sky] cloud sun drop');
    expect(read({ topics: ['sky.rain', 'sea'] })).toBe('drop [sea] wave tide#1 tide#2');
  });

  test('of a type have the notes of topics that lead to a question of it', () => {
    expect(read({ types: ['multiple'] })).toBe('[sky] drop');
    expect(read({ types: ['case'] })).toBe('[sea] tide#1 tide#2');
  });

  test('of a bank without questions on a topic still have its notes', () => {
    expect(read({}, true, { ...bank({ 'sky.rain': '雨' }), items: [] })).toBe('[sky.rain]');
  });

  test('of several banks follow one another', () => {
    const pages = pagesOf([bank(), bank({}, 'c')], ALL, false);
    expect(pages.map(itemOf).slice(5, 9)).toEqual(['b/tide#2', 'b/loose', 'c/cloud', 'c/sun']);
    expect(topicStarts(pages)).toEqual([0, 2, 3, 6, 7, 9, 10, 13]);
  });
});

describe('a place', () => {
  const pages = pagesOf([bank()], ALL, true);
  const place = (topic: string, ...items: (string | null)[]): Place =>
    items.reduce<Place | undefined>(
      (before, item, n) => movedTo(before, { bank: 'b', item, topic, scope: scopeOf([], []) }, n, `e${n}`),
      undefined,
    ) as Place;
  const at = (where: Place, among: readonly Page[] = pages): string => named(among[pageAtPlace(among, where)] as Page);

  test('is its page', () => {
    expect(at(place('sky', null, 'b/cloud', 'b/sun'))).toBe('sun');
    expect(at(place('sea', null))).toBe('[sea]');
    expect(at(place('', 'b/loose'))).toBe('loose');
  });

  test('is its question, also where that has moved to another topic', () => {
    expect(at(place('sky', 'b/wave'))).toBe('wave');
  });

  test('whose question is gone is the nearest page before it of the same topic', () => {
    expect(at(place('sea', null, 'b/wave', 'b/foam'))).toBe('wave');
    expect(at(place('sea', null, 'b/spray', 'b/foam'))).toBe('[sea]');
  });

  test('whose notes are left out this time is the first page of the topic', () => {
    const questions = pagesOf([bank()], ALL, false);
    expect(at(place('sea', null), questions)).toBe('wave');
  });

  test('of a topic that is gone is the start', () => {
    expect(at(place('moon', 'b/crater'))).toBe('[sky]');
  });

  test('of a bank among others falls back within that bank', () => {
    const both = pagesOf([bank({}, 'a'), bank()], ALL, true);
    expect(pageAtPlace(both, place('moon', 'b/crater'))).toBe(7);
  });
});
