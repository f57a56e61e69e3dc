import { describe, expect, test } from 'vitest';
import { randomSupply } from '../../src/store/random-supply.ts';

describe('a supply of random bytes', () => {
  test('gives as many as are asked for, also more than it holds', () => {
    const random = randomSupply();
    expect([10, 0, 1020, 5000, 3].map((count) => random(count).length)).toEqual([10, 0, 1020, 5000, 3]);
  });

  test('never gives the same handful twice', () => {
    const random = randomSupply();
    const handfuls = Array.from({ length: 1000 }, () => Buffer.from(random(10)).toString('hex'));
    expect(new Set(handfuls).size).toBe(1000);
  });

  test('leaves a handful as it was when the next is given', () => {
    const random = randomSupply();
    const first = random(10);
    const before = [...first];
    for (let n = 0; n < 300; n++) random(10);
    expect([...first]).toEqual(before);
  });
});
