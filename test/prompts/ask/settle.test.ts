import { describe, expect, test } from 'vitest';
import { zh } from '../../../src/messages/zh.ts';
import { type AskState, openAsk } from '../../../src/prompts/ask/state.ts';
import { step } from '../../../src/prompts/ask/step.ts';
import { type AskLook, settle, view } from '../../../src/prompts/ask/view.ts';
import { themeFor } from '../../../src/prompts/theme.ts';
import { aChoiceCard, aVerdict } from '../../support/question-cards.ts';

const look: AskLook = { theme: themeFor(false), words: zh.ask, left: () => ({ session: null, item: null }) };
const card = aChoiceCard({ material: '第一段。\n\n第二段。\n\n第三段。' });
const verdict = aVerdict({ explanation: '一。\n\n二。\n\n三。\n\n四。\n\n五。' });

const press = (state: AskState, name: string): AskState =>
  settle(step(state, { kind: 'key', key: { name, text: '', ctrl: false } }, card).state, card, look);
const judged = (rows: number): AskState => step(openAsk(card, 0, 40, rows), { kind: 'verdict', verdict }, card).state;
const seen = (state: AskState): string => view(state, card, look).above;

describe('a verdict too tall for its screen', () => {
  test.each([4, 5, 6, 8, 10, 12, 14])('of %i rows is read from its headline on', (rows) => {
    expect(seen(judged(rows))).toContain(verdict.headline);
  });

  test.each(['down', 'pagedown'])('is read to its end by %s', (key) => {
    expect(seen(Array(40).fill(key).reduce(press, judged(12)))).toContain(verdict.next);
  });

  test('by PgDn passes over no line', () => {
    let state = judged(12);
    let all = seen(state);
    for (let n = 0; n < 20; n++) {
      state = press(state, 'pagedown');
      all += seen(state);
    }
    for (const each of '一二三四五') expect(all).toContain(`${each}。`);
  });
});

test.each([
  ['up', 'down'],
  ['down', 'up'],
  ['pageup', 'pagedown'],
  ['pagedown', 'pageup'],
])('%s pressed at its end takes nothing from the first %s', (there, back) => {
  const end = Array(40).fill(there).reduce(press, judged(12));
  expect(seen(press(end, there))).toBe(seen(end));
  expect(seen(press(end, back))).not.toBe(seen(end));
});

test('a state whose scroll can be followed is left as it is', () => {
  const state = judged(24);
  expect(settle(state, card, look)).toBe(state);
  const beyond = { ...judged(12), scroll: Number.MAX_SAFE_INTEGER };
  expect(seen(settle(beyond, card, look))).toBe(seen(beyond));
});
