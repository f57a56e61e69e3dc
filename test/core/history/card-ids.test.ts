import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cardIdOf, cardIds, type Digest } from '../../../src/core/history/card-ids.ts';

const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');
const refs = Array.from({ length: 5000 }, (_, n) => `b/q${n}`);

test('the number of a card is the same on every machine, positive, and exact as a number of JavaScript', () => {
  expect(cardIdOf('bench/q1', sha256)).toBe(1493602460717962);
  expect(cardIdOf('x', () => '0'.repeat(64))).toBe(1);
  expect(cardIdOf('x', () => 'f'.repeat(64))).toBe(Number.MAX_SAFE_INTEGER);
  for (const ref of refs.slice(0, 50)) {
    const bits = BigInt(`0x${sha256(ref).slice(0, 16)}`) >> 11n;
    expect(BigInt(cardIdOf(ref, sha256))).toBe(bits);
  }
});

test('no two items have one number, whatever the order they come in', () => {
  const { of, moved } = cardIds(refs, sha256);
  expect(new Set(of.values()).size).toBe(refs.length);
  expect(moved).toEqual([]);
  expect(cardIds([...refs].reverse(), sha256).of).toEqual(of);
});

test('of items that share one by chance the later by name get the next free ones, and are named', () => {
  const same: Digest = () => 'f'.repeat(64);
  const { of, moved } = cardIds(['b/r', 'b/p', 'b/q', 'b/p'], same);
  expect([...of]).toEqual([
    ['b/p', Number.MAX_SAFE_INTEGER],
    ['b/q', 1],
    ['b/r', 2],
  ]);
  expect(moved).toEqual(['b/q', 'b/r']);
});
