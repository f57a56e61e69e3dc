import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithinOneSlip } from '../../../src/core/grading/slip.ts';

const within = (typed: string, accepted: string): boolean => isWithinOneSlip([...typed], [...accepted]);

test.each([
  ['abcde', 'abcde'],
  ['abxde', 'abcde'],
  ['abde', 'abcde'],
  ['abccde', 'abcde'],
  ['abdce', 'abcde'],
  ['bcde', 'abcde'],
  ['', 'a'],
])('%s is within one slip of %s', (typed, accepted) => {
  expect(within(typed, accepted)).toBe(true);
  expect(within(accepted, typed)).toBe(true);
});

test.each([
  ['axcye', 'abcde'],
  ['abc', 'abcde'],
  ['cbade', 'abcde'],
  ['bcdea', 'abcde'],
  ['badce', 'abcde'],
  ['', 'ab'],
])('%s is more than one slip from %s', (typed, accepted) => {
  expect(within(typed, accepted)).toBe(false);
  expect(within(accepted, typed)).toBe(false);
});

test('a slip is what the definition by cases says', () => {
  const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });
  fc.assert(
    fc.property(word, word, (typed, accepted) => {
      expect(isWithinOneSlip(typed, accepted)).toBe(neighboursOf(typed).has(accepted.join('')));
    }),
  );
});

function neighboursOf(word: readonly string[]): Set<string> {
  const near = new Set([word.join('')]);
  for (let at = 0; at <= word.length; at++) {
    near.add(word.toSpliced(at, 1).join(''));
    for (const letter of ['a', 'b', 'c']) {
      near.add(word.toSpliced(at, 0, letter).join(''));
      if (at < word.length) near.add(word.with(at, letter).join(''));
    }
    if (at + 1 < word.length) near.add(word.toSpliced(at, 2, word[at + 1] as string, word[at] as string).join(''));
  }
  return near;
}
