import { describe, expect, test } from 'vitest';
import type { QuestionCard } from '../../../src/prompts/ask/cards.ts';
import { type AskState, draftOf, openAsk, type Stepped } from '../../../src/prompts/ask/state.ts';
import { step } from '../../../src/prompts/ask/step.ts';
import type { Key } from '../../../src/prompts/key.ts';
import { aBlankCard, aChoiceCard, aShortCard, aTruthCard, aVerdict } from '../../support/question-cards.ts';

const NAMED: Record<string, string> = { ' ': 'space' };

/** `<return>` is a key by name, `^d` one with control, anything else types itself. */
function keyOf(part: string): Key {
  if (part.startsWith('^')) return { name: part.slice(1), text: '', ctrl: true };
  const name = /^<(.+)>$/.exec(part)?.[1];
  return name === undefined ? { name: NAMED[part] ?? part, text: part, ctrl: false } : { name, text: '', ctrl: false };
}

/** What the last of some keys does. Keys before it must want nothing done. */
function press(card: QuestionCard, keys: string, from: AskState = openAsk(card, 0, 80, 24)): Stepped {
  const parts = keys.match(/<[a-z]+>|\^[a-z]|[^<^]/gu) ?? [];
  return parts.reduce<Stepped>(({ state }, part) => step(state, { kind: 'key', key: keyOf(part) }, card), {
    state: from,
  });
}

const judged = (card: QuestionCard, fields = {}): AskState =>
  step(openAsk(card, 0, 80, 24), { kind: 'verdict', verdict: aVerdict(fields) }, card).state;
const ticking = (card: QuestionCard): AskState =>
  step(openAsk(card, 0, 80, 24), { kind: 'suggested', text: '先倾听', covered: [1] }, card).state;

const lettersJudged = (letters: string, guess = false) => ({
  kind: 'judge',
  response: { kind: 'letters', letters: [...letters] },
  guess,
});

describe('a single choice', () => {
  const card = aChoiceCard({}, ['C', 'A', 'D', 'B']);

  test('is answered by one key: the label shown, its number, or its full-width letter', () => {
    for (const key of ['b', 'B', '2', 'ｂ', 'Ｂ', '２']) expect(press(card, key).effect).toEqual(lettersJudged('A'));
  });

  test('is answered at the cursor', () => {
    expect(press(card, '<down><down><return>').effect).toEqual(lettersJudged('A'));
    expect(press(card, '<up> ').effect).toEqual(lettersJudged('B'));
  });

  test('is given up by 0, and a guess is marked before', () => {
    expect(press(card, '0').effect).toEqual(lettersJudged(''));
    expect(press(card, '?b').effect).toEqual(lettersJudged('A', true));
    expect(press(card, '？？b').effect).toEqual(lettersJudged('A'));
  });

  test('is not answered by Enter alone', () => {
    const { state, effect } = press(card, '<return>');
    expect(effect).toBeUndefined();
    expect(state.complaint).toBe('nothing-picked');
    expect(press(card, '<return><down>').state.complaint).toBeNull();
  });

  test('knows no label beyond its options', () => {
    for (const key of ['e', '5', 'z', '甲']) expect(press(card, key).effect).toBeUndefined();
  });
});

describe('a boolean item', () => {
  test.each(['a', '1', 't', '对', '√', 'v', 'y', '是', 'Ｔ'])('is true by %s', (key) => {
    expect(press(aTruthCard(), key).effect).toMatchObject({ response: { kind: 'truth', value: true } });
  });

  test.each(['b', '2', 'f', '错', '×', '否'])('is false by %s', (key) => {
    expect(press(aTruthCard(), key).effect).toMatchObject({ response: { kind: 'truth', value: false } });
  });

  test('given up is neither', () => {
    expect(press(aTruthCard(), '0').effect).toMatchObject({ response: { kind: 'truth', value: null } });
  });
});

describe('a multiple choice', () => {
  const card = aChoiceCard({ type: 'multiple' }, ['C', 'A', 'D', 'B']);

  test('is ticked and unticked, and submitted by Enter in the order of the bank', () => {
    expect(press(card, 'adcc<return>').effect).toEqual(lettersJudged('BC'));
    expect(press(card, '<down> <down><down> <return>').effect).toEqual(lettersJudged('CD'));
  });

  test('with nothing ticked is not submitted', () => {
    expect(press(card, 'aa<return>').state.complaint).toBe('nothing-picked');
  });
});

describe('an ordering item', () => {
  const card = aChoiceCard({ type: 'ordering' }, ['C', 'A', 'D', 'B']);

  test('takes the options in the order of the keys', () => {
    expect(press(card, 'dacb<return>').effect).toEqual(lettersJudged('BCDA'));
  });

  test('takes back the last by Backspace', () => {
    expect(press(card, 'da<backspace>').state.phase).toMatchObject({ picked: ['B'] });
  });

  test('is not submitted before all stand in it', () => {
    expect(press(card, 'dac<return>').state.complaint).toBe('not-complete');
  });
});

describe('typed blanks', () => {
  const card = aBlankCard(2);

  test('are typed one after the other, and submitted behind the last', () => {
    expect(press(card, '五<return>22<return>').effect).toEqual({
      kind: 'judge',
      response: { kind: 'texts', texts: ['五', '22'] },
      guess: false,
    });
  });

  test('may be gone back to', () => {
    expect(press(card, '五<return>22<up><backspace>六<return><return>').effect).toMatchObject({
      response: { texts: ['六', '22'] },
    });
  });

  test('keep letters that are commands elsewhere, and full-width marks as typed', () => {
    expect(press(card, 'qus？，<return>x<return>').effect).toMatchObject({ response: { texts: ['qus？，', 'x'] } });
  });

  test('leave a command to a line of its own', () => {
    for (const line of [':q', '：q', '：ｑ', ':Q'])
      expect(press(card, `${line}<return>`).effect).toEqual({ kind: 'leave', how: 'quit' });
    expect(press(card, '五<return>:s<return>').state.phase).toMatchObject({
      field: 1,
      fields: [{ graphemes: ['五'] }, { graphemes: [] }],
    });
  });
});

describe('a short answer', () => {
  const card = aShortCard();

  test('is written in lines until an empty one, or a full stop alone', () => {
    expect(press(card, '倾听<return>致歉<return><return>').effect).toEqual({ kind: 'suggest', text: '倾听\n致歉' });
    expect(press(card, '倾听<return>.<return>').effect).toEqual({ kind: 'suggest', text: '倾听' });
    expect(press(card, '<return>').effect).toEqual({ kind: 'suggest', text: '' });
  });

  test('goes back to the line before', () => {
    expect(press(card, '倾听<return><backspace><backspace>').state.phase).toMatchObject({
      lines: [],
      line: { graphemes: ['倾'] },
    });
  });

  test('has its key points ticked and unticked, then judged', () => {
    expect(press(card, '3<return>', ticking(card)).effect).toEqual({
      kind: 'judge',
      response: { kind: 'essay', text: '先倾听', covered: [1, 3] },
      guess: false,
    });
    expect(press(card, '1<down> <return>', ticking(card)).effect).toMatchObject({ response: { covered: [2] } });
    expect(press(card, '<up> <return>', ticking(card)).effect).toMatchObject({ response: { covered: [1, 3] } });
    expect(press(card, '？２<return>', ticking(card)).effect).toMatchObject({
      guess: true,
      response: { covered: [1, 2] },
    });
    expect(press(card, '9', ticking(card)).effect).toBeUndefined();
  });
});

describe('a judged question', () => {
  const card = aChoiceCard();

  test('is left by Enter or Space', () => {
    for (const key of ['<return>', ' ', '<right>'])
      expect(press(card, key, judged(card)).effect).toEqual({ kind: 'leave', how: 'next' });
  });

  test.each([
    ['?', 'guess'],
    ['+', 'easy'],
    ['o', 'overrule'],
    ['？', 'guess'],
    ['O', 'overrule'],
  ] as const)('is amended by %s where it may be', (key, what) => {
    const none = { guess: false, easy: false, overrule: false, cause: false };
    expect(press(card, key, judged(card, { may: { ...none, [what]: true } })).effect).toEqual({ kind: 'amend', what });
    const refused = press(card, key, judged(card, { may: none }));
    expect(refused.effect).toBeUndefined();
    expect(refused.state.complaint).not.toBeNull();
  });

  test('that was wrong is given its cause by 1 to 4, full width too', () => {
    const causes = ['1', '２', '3', '4'].map((key) => press(card, key, judged(card)).effect);
    expect(causes).toEqual(['unknown', 'confused', 'misread', 'careless'].map((cause) => ({ kind: 'cause', cause })));
    for (const key of ['0', '5', '9']) expect(press(card, key, judged(card)).effect).toBeUndefined();
  });

  test('that was right has no cause, and says so', () => {
    const right = judged(card, { may: { guess: true, easy: true, overrule: false, cause: false } });
    expect(press(card, '3', right).effect).toBeUndefined();
    expect(press(card, '3', right).state.complaint).toBe('cause-of-right');
  });

  test('takes no second answer', () => {
    expect(press(card, 'b', judged(card)).effect).toBeUndefined();
  });
});

describe('wherever nothing is being typed', () => {
  const card = aShortCard();
  const places: [string, QuestionCard, AskState][] = [
    ['choosing', aChoiceCard(), openAsk(aChoiceCard(), 0, 80, 24)],
    ['ticking', card, ticking(card)],
    ['judged', aChoiceCard(), judged(aChoiceCard())],
  ];

  test.each(places)('%s: q leaves, u undoes, x puts away, s stars', (_, at, state) => {
    for (const [key, how] of [
      ['q', 'quit'],
      ['u', 'undo'],
      ['x', 'put-away'],
      ['Ｑ', 'quit'],
    ] as const)
      expect(press(at, key, state).effect).toEqual({ kind: 'leave', how });
    const starred = press(at, 's', state);
    expect(starred.effect).toEqual({ kind: 'star', on: true });
    expect(press(at, 's', starred.state).effect).toEqual({ kind: 'star', on: false });
  });

  test.each(places)('%s: n writes a note and comes back', (_, at, state) => {
    const noted = press(at, 'n想 q<return>', state);
    expect(noted.effect).toEqual({ kind: 'note', text: '想 q' });
    expect(noted.state).toMatchObject({ note: '想 q', phase: state.phase });
    expect(press(at, 'n<backspace><escape>', noted.state).state).toMatchObject({ note: '想 q', phase: state.phase });
  });

  test('m shows the top, and again the answer', () => {
    const top = press(aChoiceCard(), 'm').state;
    expect(top.scroll).toBeGreaterThan(1_000);
    expect(press(aChoiceCard(), 'm', top).state.scroll).toBe(0);
  });
});

test('Ctrl-D leaves, whatever is being typed', () => {
  for (const card of [aChoiceCard(), aBlankCard(), aShortCard()])
    expect(press(card, '^d').effect).toEqual({ kind: 'leave', how: 'quit' });
});

test('a resize keeps what was typed', () => {
  const { state } = press(aBlankCard(), '五');
  const resized = step(state, { kind: 'resize', columns: 40, rows: 10 }, aBlankCard()).state;
  expect(resized).toMatchObject({ columns: 40, rows: 10, phase: state.phase });
});

test('a draft is what was picked or typed so far', () => {
  expect(draftOf(press(aChoiceCard({ type: 'multiple' }), 'db').state.phase)).toEqual(['D', 'B']);
  expect(draftOf(press(aBlankCard(), '五<return>2').state.phase)).toEqual(['五', '2']);
  expect(draftOf(press(aShortCard(), '一<return>二').state.phase)).toEqual(['一\n二']);
  expect(draftOf(ticking(aShortCard()).phase)).toEqual(['先倾听']);
});

describe('marking an answer that was given before', () => {
  const card = aShortCard();
  const marked = { at: 'ticking', text: '先倾听', covered: [1], cursor: 0 } as const;
  const opened = openAsk(card, 0, 80, 24, marked);

  test.each(['x', 'u', '?', 'e'])('%s does nothing to it', (key) => {
    expect(press(card, key, opened)).toEqual({ state: opened });
  });

  test('once it is marked, u ticks again, and x and e do nothing', () => {
    const judged = step(opened, { kind: 'verdict', verdict: aVerdict({}) }, card).state;
    expect(press(card, 'u', judged).effect).toEqual({ kind: 'leave', how: 'undo' });
    for (const key of ['x', 'e']) expect(press(card, key, judged).effect).toBeUndefined();
  });
});
