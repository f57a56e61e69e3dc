import { describe, expect, test } from 'vitest';
import type { Key } from '../../../src/prompts/key.ts';
import type { StudyCard } from '../../../src/prompts/study/cards.ts';
import { isShown, openStudy, type StudyState, type StudyStepped } from '../../../src/prompts/study/state.ts';
import { step } from '../../../src/prompts/study/step.ts';
import { aNotesCard, aStudyCard } from '../../support/study-cards.ts';

/** `<return>` is a key by name, `^d` one with control, anything else types itself. */
function keyOf(part: string): Key {
  if (part.startsWith('^')) return { name: part.slice(1), text: '', ctrl: true };
  const name = /^<(.+)>$/.exec(part)?.[1];
  return { name: name ?? (part === ' ' ? 'space' : part), text: name === undefined ? part : '', ctrl: false };
}

const open = (card: StudyCard = aStudyCard()): StudyState => openStudy(card, false, 80, 24);

/** What the last of some keys does. */
function press(keys: string, from: StudyState = open()): StudyStepped {
  const parts = keys.match(/<[a-z]+>|\^[a-z]|[^<^]/gu) ?? [];
  return parts.reduce<StudyStepped>(({ state }, part) => step(state, { kind: 'key', key: keyOf(part) }), {
    state: from,
  });
}

const turned = (state: StudyState, card: StudyCard): StudyState => step(state, { kind: 'page', card }).state;

describe('pages', () => {
  test.each(['<return>', '<right>', ' ', '\u3000'])('are turned by %j', (key) => {
    expect(press(key).effect).toEqual({ kind: 'turn', to: 37 });
    expect(press(key, open(aNotesCard())).effect).toEqual({ kind: 'turn', to: 37 });
  });

  test.each(['<left>', '<backspace>'])('are turned back by %s', (key) => {
    expect(press(key).effect).toEqual({ kind: 'turn', to: 35 });
    expect(press(key, open(aStudyCard({ page: 0 })))).toMatchObject({ state: { message: 'first-page' } });
  });

  test('end after the last', () => {
    expect(press('<return>', open(aStudyCard({ page: 259 }))).effect).toEqual({ kind: 'leave', how: 'done' });
  });

  test('are passed over by topics, t forward and T back', () => {
    expect(press('t').effect).toEqual({ kind: 'turn', to: 40 });
    expect(press('T').effect).toEqual({ kind: 'turn', to: 20 });
    expect(press('ｔ').effect).toEqual({ kind: 'turn', to: 40 });
    const only = open(aStudyCard({ nextTopic: null, previousTopic: null }));
    expect(press('t', only)).toMatchObject({ state: { message: 'last-topic' } });
    expect(press('T', only)).toMatchObject({ state: { message: 'first-topic' } });
  });

  test('begin at their top, and say once that reading goes on there', () => {
    const scrolled = press('<down><down>', openStudy(aStudyCard(), true, 80, 24)).state;
    expect(scrolled).toMatchObject({ scroll: -2, message: null });
    expect(turned(scrolled, aNotesCard())).toMatchObject({ scroll: 0, card: { kind: 'notes' } });
  });
});

describe('answers', () => {
  test('are hidden first once h says so, and shown again once it says no', () => {
    expect(isShown(press('h').state)).toBe(false);
    expect(isShown(press('hh').state)).toBe(true);
    expect(isShown(press('h', open(aNotesCard())).state)).toBe(true);
  });

  test.each([' ', '<return>'])('are shown by %j, which turns the page after that', (key) => {
    const revealed = press(`h${key}`);
    expect(revealed.effect).toBeUndefined();
    expect(isShown(revealed.state)).toBe(true);
    expect(press(key, revealed.state).effect).toEqual({ kind: 'turn', to: 37 });
  });

  test('are passed over by the arrow', () => {
    expect(press('h<right>').effect).toEqual({ kind: 'turn', to: 37 });
  });

  test('are hidden on every page that follows', () => {
    const next = turned(press('h ').state, aStudyCard({ page: 37 }));
    expect(next.hiding).toBe(true);
    expect(isShown(next)).toBe(false);
  });
});

describe('a question', () => {
  test('is starred and unstarred', () => {
    const starred = press('s');
    expect(starred).toMatchObject({ effect: { kind: 'star', on: true }, state: { card: { starred: true } } });
    expect(press('S', starred.state).effect).toEqual({ kind: 'star', on: false });
  });

  test('gets a note, and keys are text meanwhile', () => {
    const noted = press('n想 qt <return>');
    expect(noted.effect).toEqual({ kind: 'note', text: '想 qt' });
    expect(noted.state).toMatchObject({ noting: null, card: { note: '想 qt' } });
    expect(press('n<backspace><escape>', noted.state).state).toMatchObject({ noting: null, card: { note: '想 qt' } });
  });

  test('only: notes of a topic are neither starred nor noted', () => {
    for (const key of ['s', 'n'])
      expect(press(key, open(aNotesCard()))).toMatchObject({ state: { message: 'questions-only', noting: null } });
  });
});

test('q and Ctrl-D leave, Ctrl-D also while a note is written', () => {
  for (const keys of ['q', 'Q', 'ｑ', '^d', 'n想^d'])
    expect(press(keys).effect).toEqual({ kind: 'leave', how: 'quit' });
});

test('a page scrolls by lines and by screens', () => {
  expect(press('<up>').state.scroll).toBe(1);
  expect(press('<pagedown>').state.scroll).toBe(-15);
  expect(press('<pageup>', { ...open(), rows: 4 }).state.scroll).toBe(1);
});

test('a resize keeps the page, the mode and what is typed', () => {
  const { state } = press('hn想');
  expect(step(state, { kind: 'resize', columns: 40, rows: 12 }).state).toEqual({ ...state, columns: 40, rows: 12 });
});

test('a key that means nothing does nothing', () => {
  for (const key of ['x', 'u', '?', '1', '<tab>', '^x']) expect(press(key)).toEqual({ state: open() });
});
