import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CAUSES } from '../../../src/core/drill/cause.ts';
import { causesOf } from '../../../src/core/history/causes.ts';
import type { CauseGiven, HistoryEvent } from '../../../src/core/history/event.ts';
import { aCause } from '../../support/results-causes.ts';
import { anAnswer, aVoid, minute } from '../../support/results-history.ts';

const wrong = anAnswer({ right: false });
const other = anAnswer({ right: false, item: 'phone/bye' });
const known = (events: readonly HistoryEvent[]): unknown => Object.fromEntries(causesOf(events));

test('an answer has the cause that was given to it last, wherever that stands in the file', () => {
  const late = aCause(wrong, 'careless', { at: minute(52) });
  const early = aCause(wrong, 'unknown', { at: minute(51) });
  expect(known([wrong, late, early, aCause(other, 'misread')])).toEqual({
    [wrong.id]: 'careless',
    [other.id]: 'misread',
  });
});

test('a cause that was taken back leaves the one before it, or none', () => {
  const [first, second] = [aCause(wrong, 'confused'), aCause(wrong, 'misread')];
  expect(known([first, second, aVoid(second.id)])).toEqual({ [wrong.id]: 'confused' });
  expect(known([first, aVoid(first.id)])).toEqual({});
});

test('taking back the taking back gives it again', () => {
  const cause = aCause(wrong, 'confused');
  const back = aVoid(cause.id);
  expect(known([cause, back, aVoid(back.id)])).toEqual({ [wrong.id]: 'confused' });
});

test('a cause of a later version is passed over', () => {
  const tired = { ...aCause(wrong, 'unknown'), cause: 'tired' } as unknown as CauseGiven;
  const aimless = { ...aCause(wrong, 'unknown'), target: 7 } as unknown as CauseGiven;
  expect(known([aCause(wrong, 'misread'), tired, aimless])).toEqual({ [wrong.id]: 'misread' });
});

test('causes are blind to the order of events, those of one millisecond too', () => {
  const cause = fc.record({
    target: fc.constantFrom(wrong, other),
    cause: fc.constantFrom(...CAUSES),
    at: fc.integer({ min: 45, max: 48 }),
  });
  const histories = fc.array(cause, { maxLength: 10 }).chain((given) => {
    const events = given.map(({ target, cause: why, at }) => aCause(target, why, { at: minute(at) }));
    return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }));
  });
  fc.assert(fc.property(histories, ([events, shuffled]) => void expect(known(shuffled)).toEqual(known(events))));
});
