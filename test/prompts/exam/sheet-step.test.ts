import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPlaceOnSheet, ExamPlay, keptLetters } from '../../support/exam-screens.ts';
import { aChoiceCard } from '../../support/question-cards.ts';

const cards = (count: number) => Array.from({ length: count }, () => aChoiceCard());
const onSheet = (count = 30, places = cards(count).map(() => aPlaceOnSheet())) =>
  new ExamPlay(cards(count), { places }).press('<tab>');

describe('the answer sheet', () => {
  test('opens at the question on the screen, and goes back to it by Tab and Escape', () => {
    const play = onSheet().press('7<return><tab>');
    expect(play.state).toMatchObject({ at: 'sheet', cursor: 6 });
    expect(play.press('<right><right><escape>').state).toMatchObject({ at: 'question', index: 6 });
  });

  test.each([
    ['<right><right>', 2],
    ['<down>', 10],
    ['<down><down><left>', 19],
    ['<up>', 0],
    ['<end>', 29],
    ['<end><home>', 0],
    ['<down><down><down><down>', 29],
  ])('moves by %s', (keys, cursor) => {
    expect(onSheet().press(keys).state.cursor).toBe(cursor);
  });

  test('goes to the number that was typed', () => {
    expect(onSheet().press('23<return>').state).toMatchObject({ at: 'question', index: 22 });
    expect(onSheet().press('23<backspace><return>').state.index).toBe(1);
    expect(onSheet().press('２３<return>').state.index).toBe(22);
  });

  test.each(['0', '31', '99'])('knows no question %s', (number) => {
    const play = onSheet().press(number);
    expect(play.state).toMatchObject({ at: 'sheet', complaint: 'no-such-question', digits: '' });
  });

  test('finds the next blank, flag and doubt, and begins again behind the last', () => {
    const places = [
      keptLetters('A'),
      aPlaceOnSheet({ flagged: true }),
      keptLetters('B', { unsure: true }),
      keptLetters('B'),
      aPlaceOnSheet(),
    ];
    const play = onSheet(5, places);
    expect(play.press('b').state.cursor).toBe(1);
    expect(play.press('b').state.cursor).toBe(4);
    expect(play.press('b').state.cursor).toBe(1);
    expect(play.press('?').state.cursor).toBe(2);
    expect(play.press('f').state.cursor).toBe(1);
  });

  test('stays where it is when nothing is blank', () => {
    expect(onSheet(2, [keptLetters('A'), keptLetters('B')]).press('<right>b').state.cursor).toBe(1);
  });

  test('takes no time from any question', () => {
    const play = new ExamPlay(cards(2)).press('a<tab>', 2_000).press('<right><return>', 60_000).press('b', 61_000);
    expect(play.done()).toMatchObject([{ ms: 2_000 }, { kind: 'save', index: 1, ms: 1_000 }]);
  });

  test('leaves by q', () => {
    expect(onSheet().press('q').done()).toEqual([{ kind: 'leave', how: 'quit' }]);
  });

  test('is never left by a cursor that is no question, whatever is pressed', () => {
    const key = fc.constantFrom('<up>', '<down>', '<left>', '<right>', '<home>', '<end>', '1', '9', '0', 'b', 'f', '?');
    fc.assert(
      fc.property(
        fc.array(key),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 12, max: 120 }),
        (keys, n, columns) => {
          const play = onSheet(n).resize(columns, 24).press(keys.join(''));
          expect(play.state.cursor).toBeGreaterThanOrEqual(0);
          expect(play.state.cursor).toBeLessThan(n);
        },
      ),
    );
  });
});

describe('handing in', () => {
  test('is asked for first, and done by y alone', () => {
    const play = onSheet().press('s');
    expect(play.state.at).toBe('submitting');
    expect(play.press('<return>').state.at).toBe('sheet');
    expect(play.press('sY').done()).toEqual([{ kind: 'leave', how: 'submitted' }]);
  });

  test.each(['n', '<escape>', '<tab>', '<return>'])('is dropped by %s', (key) => {
    expect(onSheet().press(`s${key}`).state.at).toBe('sheet');
  });

  test('goes to the first blank by b', () => {
    const play = onSheet(3, [keptLetters('A'), aPlaceOnSheet(), aPlaceOnSheet()]).press('sb');
    expect(play.state).toMatchObject({ at: 'question', index: 1 });
  });

  test('keeps what stands there before it is asked', () => {
    const multiple = aChoiceCard({ type: 'multiple' });
    const play = new ExamPlay([multiple]).press('ab<tab>sy');
    expect(play.done().map(({ kind }) => kind)).toEqual(['save', 'leave']);
  });
});
