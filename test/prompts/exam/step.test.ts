import { describe, expect, test } from 'vitest';
import { aPlaceOnSheet, ExamPlay, keptLetters } from '../../support/exam-screens.ts';
import { aBlankCard, aChoiceCard, aShortCard, aTruthCard } from '../../support/question-cards.ts';

const single = aChoiceCard({}, ['C', 'A', 'D', 'B']);
const multiple = aChoiceCard({ type: 'multiple' });
const ordering = aChoiceCard({ type: 'ordering' });
const letters = (text: string) => ({ kind: 'letters', letters: [...text] });
const save = (text: string, fields = {}) => ({
  kind: 'save',
  index: 0,
  response: letters(text),
  unsure: false,
  ms: 0,
  ...fields,
});

describe('a single choice', () => {
  test('is kept at once, by the letter of the bank', () => {
    expect(new ExamPlay([single]).press('b').done()).toEqual([save('A')]);
    expect(new ExamPlay([single]).press('２').done()).toEqual([save('A')]);
    expect(new ExamPlay([single]).press('<down><down> ').done()).toEqual([save('A')]);
  });

  test('is changed by another letter, and each change is kept with the time since the one before', () => {
    const play = new ExamPlay([single]).press('a', 4_000).press('d', 9_000);
    expect(play.done()).toEqual([save('C', { ms: 4_000 }), save('B', { ms: 5_000 })]);
  });

  test('is taken back by Backspace; a second one finds nothing', () => {
    const play = new ExamPlay([single]).press('a<backspace>');
    expect(play.done().at(-1)).toEqual({ kind: 'clear', index: 0, ms: 0 });
    expect(play.press('<backspace>').done()).toEqual([]);
    expect(play.state.complaint).toBe('nothing-to-clear');
  });

  test('of truth is kept as true or false', () => {
    const answer = (key: string) => new ExamPlay([aTruthCard()]).press(key).done()[0];
    expect(answer('对')).toMatchObject({ response: { kind: 'truth', value: true } });
    expect(answer('b')).toMatchObject({ response: { kind: 'truth', value: false } });
  });

  test('unsure before the answer goes with it; after it, the answer is kept again', () => {
    const play = new ExamPlay([single]).press('?b');
    expect(play.done()).toEqual([save('A', { unsure: true })]);
    expect(play.press('？').done()).toEqual([save('A', { unsure: false })]);
  });
});

describe('a multiple choice', () => {
  test('waits until the question is left', () => {
    const play = new ExamPlay([multiple, single]).press('da');
    expect(play.done()).toEqual([]);
    expect(play.press('<return>').done()).toEqual([save('AD')]);
    expect(play.state.index).toBe(1);
  });

  test.each(['<tab>', '<right>', '<left>', 'q', '^d'])('is kept by %s as well', (key) => {
    expect(new ExamPlay([multiple, single]).press(`a${key}`).done()[0]).toEqual(save('A'));
  });

  test('from which all ticks were taken is blank again', () => {
    const play = new ExamPlay([multiple, single], { places: [keptLetters('A'), aPlaceOnSheet()] });
    expect(play.press('a<right>').done()).toEqual([{ kind: 'clear', index: 0, ms: 0 }]);
    expect(play.state.places[0]?.saved).toBeNull();
  });
});

describe('an ordering item', () => {
  test('is kept in the order of the keys; Backspace takes one off', () => {
    expect(new ExamPlay([ordering]).press('dac<backspace>bc<tab>').done()).toEqual([save('DABC')]);
  });

  test('is not passed over by Enter when it is half done', () => {
    const play = new ExamPlay([ordering, single]).press('da<return>');
    expect(play.state).toMatchObject({ index: 0, complaint: 'not-complete' });
  });
});

describe('marks beside the answer', () => {
  test('f and * flag, and take the flag off again', () => {
    expect(new ExamPlay([single]).press('f*').done()).toEqual([
      { kind: 'flag', index: 0, on: true },
      { kind: 'flag', index: 0, on: false },
    ]);
  });

  test('s stars, n writes a note, Escape drops it', () => {
    const play = new ExamPlay([single]).press('sn记住');
    expect(play.press('<return>').done()).toEqual([
      { kind: 'star', index: 0, on: true },
      { kind: 'note', index: 0, text: '记住' },
    ]);
    expect(play.press('nx<escape>').done()).toEqual([]);
    expect(play.state).toMatchObject({ at: 'question', places: [{ note: '记住' }] });
  });
});

describe('the time', () => {
  test('of a look of a second or more is kept, of a shorter one not', () => {
    expect(new ExamPlay([single, single]).press('<right>', 999).done()).toEqual([]);
    expect(new ExamPlay([single, single]).press('<right>', 1_000).done()).toEqual([
      { kind: 'viewed', index: 0, ms: 1_000 },
    ]);
  });

  test('that is up ends the exam with what stands there', () => {
    const play = new ExamPlay([multiple]).press('ac').tick(7_000, true);
    expect(play.done()).toEqual([save('AC', { ms: 7_000 }), { kind: 'leave', how: 'timed-out' }]);
  });

  test('that is up in the middle of a word keeps the word', () => {
    const play = new ExamPlay([aShortCard()]).press('先倾听<return>再道').tick(1, true);
    expect(play.done()[0]).toMatchObject({ response: { kind: 'essay', text: '先倾听\n再道' } });
  });

  test('that is up in the middle of a note keeps the note and the answer', () => {
    const play = new ExamPlay([multiple]).press('an半句').tick(1, true);
    expect(play.done().map(({ kind }) => kind)).toEqual(['note', 'save', 'leave']);
  });

  test('that is not up changes nothing', () => {
    expect(new ExamPlay([multiple]).press('a').tick(1_000).done()).toEqual([]);
  });
});

describe('a question whose time is up, or that the bank has no more', () => {
  const locked = (cards = [single], places = [keptLetters('A')]) => {
    const play = new ExamPlay(cards, { places });
    play.locked.add(0);
    return play;
  };

  test.each(['b', '<backspace>', '<down> ', '?'])('refuses %s and keeps its answer', (key) => {
    const play = locked().press(key);
    expect(play.done()).toEqual([]);
    expect(play.state).toMatchObject({ complaint: 'locked', places: [{ saved: letters('A') }] });
  });

  test('can be flagged, and left', () => {
    expect(locked([single, single], [keptLetters('A'), aPlaceOnSheet()]).press('f<right>').state.index).toBe(1);
  });

  test('keeps what stood there at that moment', () => {
    const play = new ExamPlay([multiple]).press('ab');
    play.locked.add(0);
    expect(play.tick(30_000).done()).toEqual([save('AB', { ms: 30_000 })]);
    expect(play.state.complaint).toBe('locked');
  });

  test('stops typing', () => {
    const play = new ExamPlay([aShortCard()]);
    play.locked.add(0);
    expect(play.press('字').done()).toEqual([]);
    expect(play.state).toMatchObject({ isTyping: false, complaint: 'locked' });
  });

  test('that is of another kind by now does not lose its answer to ?', () => {
    const play = new ExamPlay([single, single], { places: [keptLetters(''), aPlaceOnSheet()] }).press('?<right>');
    expect(play.done()).toEqual([]);
  });
});

describe('leaving', () => {
  test('by q keeps what stands there first', () => {
    expect(new ExamPlay([multiple]).press('bq').done()).toEqual([save('B'), { kind: 'leave', how: 'quit' }]);
  });

  test('goes back no further than the first question, and behind the last one comes the sheet', () => {
    const play = new ExamPlay([single, single]).press('<left>');
    expect(play.state.index).toBe(0);
    expect(play.press('<right><right>').state).toMatchObject({ at: 'sheet', cursor: 1 });
  });
});

describe('taken up again', () => {
  test('what stood there is there, and is kept when the question is left', () => {
    const play = new ExamPlay([multiple, single], { draft: ['A', 'C'] });
    expect(play.press('<right>').done()).toEqual([save('AC')]);
  });

  test('half a text is typed on', () => {
    const play = new ExamPlay([aShortCard()], { draft: ['先倾听\n再'] }).press('道歉<tab>');
    expect(play.done()[0]).toMatchObject({ response: { text: '先倾听\n再道歉' } });
  });

  test('ticks that were all taken away stay away', () => {
    const play = new ExamPlay([multiple, single], { places: [keptLetters('A'), aPlaceOnSheet()], draft: [] });
    expect(play.press('<right>').done()[0]).toMatchObject({ kind: 'clear' });
  });

  test('letters that the bank has no more are no picks, and clear no answer', () => {
    const places = [keptLetters('A'), aPlaceOnSheet()];
    const play = new ExamPlay([multiple, single], { places, draft: ['服务', 'Z'] });
    expect(play.press('<right>').done()).toEqual([]);
    expect(new ExamPlay([multiple], { draft: ['A', 'Z'] }).press('<tab>').done()).toEqual([save('A')]);
  });

  test('blanks come back in their fields', () => {
    const play = new ExamPlay([aBlankCard(2)], { draft: ['五', ''] }).press('<return>22<tab>');
    expect(play.done()[0]).toMatchObject({ response: { kind: 'texts', texts: ['五', '22'] } });
  });
});
