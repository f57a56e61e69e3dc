import { describe, expect, test } from 'vitest';
import { countedAnswers } from '../../../src/core/analysis/counted.ts';
import { HARDEST_SHOWN, hardestQuestions, STEM_LENGTH } from '../../../src/core/analysis/hardest.ts';
import { questionsOf } from '../../../src/core/bank/bank.ts';
import { aBank, anAnswer, aQuestion, minute } from '../../support/results-history.ts';

const times = (item: string, wrong: number, right: number) =>
  [...Array(wrong).fill(false), ...Array(right).fill(true)].map((was, index) =>
    anAnswer({ item, right: was, at: minute(index) }),
  );

function hardest(events: ReturnType<typeof times>, stems: Record<string, string> = {}) {
  const bank = aBank(
    'phone',
    Object.entries(stems).map(([id, stem]) => aQuestion(id, { stem })),
  );
  return hardestQuestions(
    countedAnswers(events),
    new Map(questionsOf(bank).map((question) => [question.ref, question])),
  );
}

describe('the hardest questions', () => {
  test('are those that went wrong at least once', () => {
    expect(hardest([...times('phone/easy', 0, 3), ...times('phone/hard', 1, 1)])).toEqual([
      { ref: 'phone/hard', stem: '', answered: 2, wrong: 1, lastRight: true },
    ]);
  });

  test('eight misses in ten stand before one in one, and that before one in five', () => {
    const events = [...times('p/fifth', 1, 4), ...times('p/once', 1, 0), ...times('p/often', 8, 2)];
    expect(hardest(events).map(({ ref }) => ref)).toEqual(['p/often', 'p/once', 'p/fifth']);
  });

  test('with equal shares stand in a fixed order', () => {
    expect(hardest([...times('p/b', 1, 0), ...times('p/a', 1, 0)]).map(({ ref }) => ref)).toEqual(['p/a', 'p/b']);
  });

  test('are no more than twenty', () => {
    const events = Array.from({ length: 30 }, (_, index) => anAnswer({ item: `p/${index}`, right: false }));
    expect(hardest(events)).toHaveLength(HARDEST_SHOWN);
  });

  test('show their stem on one line, cut between whole characters', () => {
    const stems = { two: ' What\nis\t 服务? ', long: '😀'.repeat(100) };
    const shown = hardest([...times('phone/two', 2, 0), ...times('phone/long', 1, 0)], stems).map(({ stem }) => stem);
    expect(shown).toEqual(['What is 服务?', `${'😀'.repeat(STEM_LENGTH - 1)}…`]);
  });
});
