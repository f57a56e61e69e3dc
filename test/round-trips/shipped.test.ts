import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadBank } from '../../src/store/bank-file.ts';
import { words } from '../support/results-words.ts';
import { READ_AGAIN, type ReadAgain, roundTrip, type Said } from '../support/round-trips.ts';

const FOLDER = fileURLToPath(new URL('../../banks/', import.meta.url));
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

/**
 * A text is read as any paper is, and a cell as a text: emphasis, pinyin and small glosses in brackets are damage there, and `步骤：` in a
 * model answer is a label. The other formats mark what is what.
 */
const hasNoPlaceInText = (said: Said): boolean =>
  /\*\*|[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]|步骤：/.test(JSON.stringify(said));

const isRead: readonly ReadAgain[] = ['text', 'csv', 'xlsx'];

describe.each(READ_AGAIN)('a bank that ships comes back from %s as it went', (format) => {
  test.each(names)('%s', async (name) => {
    const loaded = await loadBank(join(FOLDER, name));
    if (loaded.kind !== 'bank') throw new Error('faulty');
    const { out, back } = roundTrip(loaded.bank, format);
    expect(back).toHaveLength(out.length);
    const strange = isRead.includes(format)
      ? out.flatMap((said, index) => (hasNoPlaceInText(said) ? [index] : []))
      : [];
    expect(strange.length).toBeLessThanOrEqual(out.length / 50);
    const kept = (all: readonly Said[]): readonly Said[] => all.filter((_, index) => !strange.includes(index));
    expect(kept(back)).toEqual(kept(out));
  });
});

test('the English words of the formats are read as well as the Chinese ones', async () => {
  const loaded = await loadBank(join(FOLDER, 'support-essentials.yaml'));
  if (loaded.kind !== 'bank') throw new Error('faulty');
  for (const format of READ_AGAIN) {
    const { out, back } = roundTrip(loaded.bank, format, words.bankFormats);
    expect(back, format).toEqual(out);
  }
});
