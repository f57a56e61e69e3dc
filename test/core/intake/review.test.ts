import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankDocument } from '../../../src/core/intake/bank-document.ts';
import type { Draft } from '../../../src/core/intake/draft.ts';
import { takeIn } from '../../../src/core/intake/intake.ts';
import { type Move, openReview, type Review, stepReview } from '../../../src/core/intake/review.ts';
import { outcomeOf, reviewedIntake } from '../../../src/core/intake/reviewed.ts';
import { aDraft, aKeyless } from '../../support/drafts.ts';

const ENTER: Move = { kind: 'accept' };
const choose = (option: string): Move => ({ kind: 'toggle', option });

const moved = (review: Review, ...moves: readonly Move[]): Review =>
  moves.reduce((before, move) => stepReview(before, move).review, review);

const gone = (items: readonly Draft[], ...moves: readonly Move[]): Review => moved(openReview(items), ...moves);

const keyOf = (review: Review): unknown => review.questions[0]?.draft.answer;

describe('what is looked at', () => {
  test('is what is doubtful, by itself or for a copy', () => {
    const copy = aDraft({ duplicateOf: 1, doubts: [{ code: 'DUPLICATE', line: 9, params: { line: 3 } }] });
    const { questions } = openReview([aDraft(), aDraft(), copy, aKeyless()]);
    expect(questions.map(({ index, copies }) => [index, copies.length])).toEqual([
      [1, 1],
      [3, 0],
    ]);
  });

  test('is nothing where all is sure', () => {
    expect(openReview([aDraft()])).toMatchObject({ questions: [], isOver: true });
  });
});

describe('a key', () => {
  test('of one letter is replaced, and decides', () => {
    const review = gone([aKeyless()], choose('B'), choose('C'));
    expect(keyOf(review)).toBe('C');
    expect(outcomeOf(review).keyChanged).toMatchObject([{ from: null, to: 'C' }]);
  });

  test('of many letters has them in the order of the options, and loses one that is given again', () => {
    const many = aKeyless({ type: 'multiple' });
    expect(keyOf(gone([many], choose('C'), choose('A'), choose('D')))).toBe('ACD');
    expect(keyOf(gone([many], choose('C'), choose('A'), choose('C')))).toBe('A');
    const none = gone([many], choose('C'), choose('C'));
    expect([keyOf(none), none.questions[0]?.decision]).toEqual([null, null]);
  });

  test('of an order decides once it is whole', () => {
    const order = aKeyless({ type: 'ordering' });
    const some = gone([order], choose('C'), choose('A'), choose('D'));
    expect([keyOf(some), some.questions[0]?.decision]).toEqual(['CAD', null]);
    expect(moved(some, choose('B')).questions[0]).toMatchObject({ draft: { answer: 'CADB' }, decision: 'accepted' });
  });

  test('as it was read decides nothing by itself', () => {
    const doubtful = aDraft({ doubts: [{ code: 'NUMBER_LOST', line: 3, params: {} }] });
    expect(gone([doubtful], choose('B'), choose('A')).questions[0]?.decision).toBeNull();
  });

  test('is an option that there is', () => {
    expect(stepReview(openReview([aKeyless()]), choose('E')).complaint).toBe('no-such-option');
    const open = aKeyless({ type: 'short', options: [] });
    expect(stepReview(openReview([open]), choose('A')).complaint).toBe('no-choice');
  });
});

describe('the way through', () => {
  const three = [aKeyless(), aKeyless({ stem: '二' }), aKeyless({ stem: '三' })];

  test('goes on with each decision, and is over when nothing is open', () => {
    expect(gone(three, ENTER, ENTER)).toMatchObject({ at: 2, isOver: false });
    expect(gone(three, ENTER, ENTER, { kind: 'leave-out' })).toMatchObject({ isOver: true });
  });

  test('comes back to what was passed over', () => {
    const review = gone(three, { kind: 'skip' }, ENTER, ENTER);
    expect(review).toMatchObject({ at: 0, isOver: false });
    expect(moved(review, { kind: 'draft' })).toMatchObject({ isOver: true });
  });

  test('has two ends', () => {
    expect(stepReview(openReview(three), { kind: 'back' }).complaint).toBe('first');
    expect(stepReview(gone(three, ENTER, ENTER), { kind: 'skip' }).complaint).toBe('last');
  });

  test('leads back, and another decision takes the place of the first', () => {
    const review = gone(three, { kind: 'draft' }, { kind: 'back' }, { kind: 'leave-out' });
    expect(outcomeOf(review)).toMatchObject({ drafts: [], leftOut: [{ stem: three[0]?.stem }] });
  });
});

const PAPER = `一、单选题(共2题)
1.回访宜在( )。A.当天 B.次日
2.电话铃响( )声内接听。A.三 B.十
答案:A
3.本页由客服中心编印,翻印( )。A.必究 B.不究
`;

test('an item that is taken over from a bank takes the key that it is given', () => {
  const item = { id: 'one', type: 'single', stem: '一', options: ['甲', '乙'], answer: 'A', difficulty: 4 };
  const taken = aDraft({
    item: item as unknown as Draft['item'] & {},
    options: [
      { id: 'A', text: '甲' },
      { id: 'B', text: '乙' },
    ],
    doubts: [{ code: 'DUPLICATE_KEYS_DIFFER', line: 3, params: { line: 9, first: '甲', second: '乙' } }],
  });
  const items = (...moves: Move[]) => {
    const { items: after } = reviewedIntake({ ...takeIn([]), items: [taken] }, gone([taken], ...moves));
    return bankDocument({ id: 'b', title: 'b', language: 'zh-CN' }, after).items;
  };
  expect(items(ENTER)).toMatchObject([{ answer: 'A', difficulty: 4 }]);
  expect(items(choose('B'))).toMatchObject([{ answer: 'B', difficulty: 4 }]);
  expect(items({ kind: 'draft' })).toMatchObject([{ draft: true, difficulty: 4 }]);
});

describe('an import that was gone through', () => {
  const intake = takeIn([{ kind: 'text', file: 'paper.txt', text: PAPER }]);

  test('is sure once nothing is open, its sections counted anew', () => {
    const review = gone(intake.items, choose('A'), ENTER, { kind: 'leave-out' });
    const { items, report } = reviewedIntake(intake, review);
    expect(items.map(({ answer, doubts }) => [answer, doubts.length])).toEqual([
      ['A', 0],
      ['A', 0],
    ]);
    expect(report).toMatchObject({ questions: 2, withoutKey: 0, sure: true, sections: [{ found: 2, fits: true }] });
  });

  test('keeps what was not decided as it was read', () => {
    const review = gone(intake.items, ENTER);
    const { items, report } = reviewedIntake(intake, review);
    expect(items.slice(1)).toEqual(intake.items.slice(1));
    expect(items[0]).toMatchObject({ answer: null, doubts: [] });
    expect(report.sure).toBe(false);
  });

  test('loses the copies of what is left out with it, and names them; others are still copies of the same', () => {
    const copy = aDraft({
      stem: '抄的',
      duplicateOf: 0,
      doubts: [{ code: 'DUPLICATE', line: 9, params: { line: 3 } }],
    });
    const items = [aDraft({ stem: '一' }), copy, aDraft({ stem: '二' }), { ...copy, duplicateOf: 2 }];
    const review = gone(items, { kind: 'leave-out' });
    const after = reviewedIntake({ ...intake, items }, review).items;
    expect(after.map(({ stem, duplicateOf }) => [stem, duplicateOf])).toEqual([
      ['二', undefined],
      ['抄的', 0],
    ]);
    expect(outcomeOf(review).leftOut.map(({ stem }) => stem)).toEqual(['一', '抄的']);
  });

  test('never loses a question unnamed, whatever is pressed', () => {
    const move = fc.oneof(
      fc.constantFrom<Move>(ENTER, { kind: 'draft' }, { kind: 'leave-out' }, { kind: 'back' }, { kind: 'skip' }),
      fc.constantFrom('A', 'B', 'Z').map(choose),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const review = gone(intake.items, ...moves);
        const { items, report } = reviewedIntake(intake, review);
        const outcome = outcomeOf(review);
        expect(items.length + outcome.leftOut.length).toBe(intake.items.length);
        const named = Object.values(outcome).flat();
        expect(named).toHaveLength(review.questions.length);
        expect(report.doubts > 0).toBe(outcome.open.length > 0);
      }),
      { numRuns: 200 },
    );
  });
});
