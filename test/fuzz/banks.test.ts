import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewBank } from '../../src/core/bank/writing/review.ts';
import { compileBankText } from '../../src/store/bank-compile.ts';
import { fixBankText } from '../../src/store/bank-fix.ts';
import { readBankSource } from '../../src/store/bank-source.ts';
import { readPlainYaml } from '../../src/store/plain-yaml.ts';
import { TEXT_FIELDS } from '../../src/store/text-fields.ts';
import { casesOr, inTime, PATIENCE_MS } from './amount.ts';
import { banks, soundBanks } from './yaml-texts.ts';

const load = (bytes: Buffer) => compileBankText('b.yaml', bytes, 'r0');
/** As the program reads it: bytes that are no UTF-8 are refused before. */
const textOf = (bytes: Buffer): string | null => {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text.replace(/^\uFEFF/, '') : null;
};

test(
  'whatever a bank holds, it is a sound bank or a list of findings, soon, and nothing else in the program changes',
  async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    await fc.assert(
      fc.asyncProperty(banks, async ({ bytes }) => {
        const loaded = await inTime('loading', () => load(bytes));
        if (loaded.kind === 'bank') await inTime('reviewing', () => reviewBank(loaded.bank));
        else
          for (const { finding, line, column } of loaded.faults.length > 0 ? loaded.faults : [null as never])
            expect([finding.code, line > 0, column > 0]).toEqual([expect.stringMatching(/^[A-Z_0-9]+$/), true, true]);
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      }),
      { numRuns: casesOr(150) },
    );
  },
  PATIENCE_MS,
);

test(
  'what is read the fast way is what the package reads, without a fault',
  () => {
    let plainly = 0;
    fc.assert(
      fc.property(banks, ({ bytes }) => {
        const text = textOf(bytes);
        const plain = text === null ? null : readPlainYaml(text, TEXT_FIELDS);
        if (text === null || !plain) return;
        plainly++;
        const { value, faults } = readBankSource(text);
        if (!isDeepStrictEqual({ value: plain.value, faults }, { value, faults: [] }))
          expect({ value: plain.value, faults: [] }).toEqual({ value, faults });
      }),
      { numRuns: casesOr(200) },
    );
    // A law about nothing would hold.
    expect(plainly).toBeGreaterThan(casesOr(200) / 40);
  },
  PATIENCE_MS,
);

test(
  'mending a bank in place never throws, never breaks it, and finds nothing more to mend the second time',
  () => {
    fc.assert(
      fc.property(banks, ({ bytes }) => {
        const text = bytes.toString('utf8');
        const { text: fixed, mended } = fixBankText(text);
        if (mended.length === 0) {
          expect(fixed).toBe(text);
          return;
        }
        expect(readBankSource(fixed).faults).toEqual([]);
        expect(fixBankText(fixed).text).toBe(fixed);
      }),
      { numRuns: casesOr(60) },
    );
  },
  PATIENCE_MS,
);

test('the banks that are damaged are sound ones', async () => {
  expect(soundBanks.length).toBeGreaterThan(4);
  expect(await load(Buffer.from(soundBanks[5] as string))).toMatchObject({ kind: 'bank' });
});
