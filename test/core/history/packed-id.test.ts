import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packId, unpackedId, WORDS } from '../../../src/core/history/packed-id.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));

test('a UUID comes out of its words as it went in, wherever it stands', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(5), fc.nat(3), (id, before, slot) => {
      const words = new Uint32Array(5 * WORDS);
      expect(packId(bytesOf('"'.repeat(before) + id), before, words, slot * WORDS)).toBe(true);
      expect(unpackedId(words, slot * WORDS)).toBe(id);
    }),
  );
});

test('any other text is refused', () => {
  const id = '01a2b3c4-d5e6-7f80-9a1b-2c3d4e5f6071';
  for (const other of [id.toUpperCase(), id.replace('-', '0'), id.replace('a', 'g'), id.slice(1), '', '题'.repeat(12)])
    expect(packId(bytesOf(other), 0, new Uint32Array(WORDS), 0)).toBe(false);
});
