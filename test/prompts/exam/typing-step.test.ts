import { describe, expect, test } from 'vitest';
import { ExamPlay } from '../../support/exam-screens.ts';
import { aBlankCard, aChoiceCard, aShortCard } from '../../support/question-cards.ts';

const single = aChoiceCard();
const texts = (...all: string[]) => ({ kind: 'save', response: { kind: 'texts', texts: all } });
const essay = (text: string) => ({ kind: 'save', response: { kind: 'essay', text } });

describe('blanks', () => {
  test('take a text each; Enter goes on, from the last to the next question', () => {
    const play = new ExamPlay([aBlankCard(2), single]).press('五<return>22<return>');
    expect(play.done()).toMatchObject([texts('五', '22')]);
    expect(play.state.index).toBe(1);
  });

  test('are gone through by the arrows', () => {
    const play = new ExamPlay([aBlankCard(3)]).press('<down><down>丙<up>乙<up><up>甲<down><down><down><tab>');
    expect(play.done()).toMatchObject([texts('甲', '乙', '丙')]);
  });

  test('with nothing but spaces are blank', () => {
    expect(new ExamPlay([aBlankCard(1), single]).press('  <right><return>').done()).toEqual([
      { kind: 'clear', index: 0, ms: 0 },
    ]);
  });

  test('that were only looked at are not kept', () => {
    expect(new ExamPlay([aBlankCard(2)]).press('<left><down><up><tab>').done()).toEqual([]);
  });
});

describe('a short answer', () => {
  test('takes lines; an empty one goes on', () => {
    const play = new ExamPlay([aShortCard(), single]).press('先倾听<return>再道歉<return><return>');
    expect(play.done()).toMatchObject([essay('先倾听\n再道歉')]);
    expect(play.state.index).toBe(1);
  });

  test('goes back to the line before by Backspace and by Up', () => {
    expect(new ExamPlay([aShortCard()]).press('甲<return><backspace>乙<tab>').done()).toMatchObject([essay('甲乙')]);
    expect(new ExamPlay([aShortCard()]).press('甲<return><up>乙<tab>').done()).toMatchObject([essay('甲乙')]);
  });

  test('is left by Escape, and commands work; Enter types on', () => {
    const play = new ExamPlay([aShortCard()]).press('甲<escape>f<return>乙<tab>');
    expect(play.done()).toMatchObject([{ kind: 'flag', on: true }, essay('甲乙')]);
  });

  test('is cleared by Backspace once typing has stopped', () => {
    const play = new ExamPlay([aShortCard(), single]).press('甲<return><return><left><escape><backspace>');
    expect(play.done().map(({ kind }) => kind)).toEqual(['save', 'clear']);
    expect(play.state.places[0]?.saved).toBeNull();
  });

  test('that stands there already is not kept again for being looked at', () => {
    const play = new ExamPlay([aShortCard(), single]).press('甲<return><return>');
    play.done();
    expect(play.press('<left><escape><right>').done()).toEqual([]);
  });
});
