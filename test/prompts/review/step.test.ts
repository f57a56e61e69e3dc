import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/core/intake/draft.ts';
import { openReview } from '../../../src/core/intake/review.ts';
import type { Key } from '../../../src/prompts/key.ts';
import { openScreen, type ReviewStepped } from '../../../src/prompts/review/state.ts';
import { step } from '../../../src/prompts/review/step.ts';
import { aDraft, aKeyless } from '../../support/drafts.ts';

/** `<return>` is a key by name, `^d` one with control, anything else types itself. */
function keyOf(part: string): Key {
  if (part.startsWith('^')) return { name: part.slice(1), text: '', ctrl: true };
  const name = /^<(.+)>$/.exec(part)?.[1];
  return { name: name ?? part, text: name === undefined ? part : '', ctrl: false };
}

/** What the last of some keys does, on these questions. */
function press(keys: string, ...items: readonly Draft[]): ReviewStepped {
  const parts = keys.match(/<[a-z]+>|\^[a-z]|[^<^]/gu) ?? [];
  const state = openScreen(openReview(items.length > 0 ? items : [aKeyless(), aKeyless()]), 80, 24);
  return parts.reduce<ReviewStepped>((before, part) => step(before.state, { kind: 'key', key: keyOf(part) }), {
    state,
  });
}

const first = ({ state }: ReviewStepped) => state.review.questions[0];

describe('a key', () => {
  test.each(['b', 'B', '2', 'ｂ'])('is given by %j, and shown before it is gone on from', (key) => {
    const pressed = press(key);
    expect(first(pressed)).toMatchObject({ draft: { answer: 'B' }, decision: 'accepted' });
    expect(pressed.state.review.at).toBe(0);
    expect(press(`${key}<return>`).state.review.at).toBe(1);
  });

  test.each([
    ['t', true],
    ['a', true],
    ['√', true],
    ['F', false],
    ['2', false],
    ['错', false],
  ])('of a statement is given by %j', (key, answer) => {
    const statement = aKeyless({ type: 'boolean', options: [] });
    expect(first(press(key, statement))?.draft.answer).toBe(answer);
  });

  test('may be the letter of a command where there are as many options: the capital is the option', () => {
    const options = Array.from({ length: 26 }, (_, n) => ({ id: String.fromCharCode(65 + n), text: `第${n}个` }));
    const long = aKeyless({ options });
    expect(first(press('X', long))?.draft.answer).toBe('X');
    expect(first(press('x', long))?.decision).toBe('left-out');
    expect(first(press('l', long))?.draft.answer).toBe('L');
  });

  test('that is none is complained of, until the next key', () => {
    expect(press('e').state.message).toBe('no-such-option');
    expect(press('eb').state.message).toBeNull();
    expect(press('a', aKeyless({ type: 'short', options: [] })).state.message).toBe('no-choice');
  });
});

describe('a decision', () => {
  test.each([
    ['<return>', 'accepted'],
    ['0', 'draft'],
    ['x', 'left-out'],
  ])('%s goes on', (key, decision) => {
    const doubtful = aDraft({ doubts: [{ code: 'NUMBER_LOST', line: 3, params: {} }] });
    const pressed = press(key, doubtful, doubtful);
    expect([first(pressed)?.decision, pressed.state.review.at, pressed.leave]).toEqual([decision, 1, undefined]);
    expect(press(key, doubtful).leave).toBe('done');
  });

  test('is gone back to by ← and ⌫, and passed over by →', () => {
    expect(press('x<left>').state.review.at).toBe(0);
    expect(press('x<backspace>').state.review.at).toBe(0);
    expect(press('<left>').state.message).toBe('first');
    expect(press('<right>').state.review).toMatchObject({ at: 1, questions: [{ decision: null }, {}] });
    expect(press('<right><right>').state.message).toBe('last');
  });
});

test('q and Ctrl-D leave, o asks for the editor', () => {
  expect([press('q').leave, press('^d').leave, press('o').leave]).toEqual(['quit', 'quit', 'edit']);
  expect(press('^a').state.review).toEqual(press('').state.review);
});

test('a page is scrolled within itself; the next begins at its top', () => {
  expect(press('<down><down><up>').state.scroll).toBe(1);
  expect(press('<pagedown>').state.scroll).toBe(15);
  expect(press('<up>').state.scroll).toBe(0);
  expect(press('<down>b').state.scroll).toBe(1);
  expect(press('<down><return>').state.scroll).toBe(0);
});
