import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/intake/read-text.ts';
import { COLUMNS, compare, noTally, samplesIn } from '../../support/corpus.ts';

const samples = samplesIn(fileURLToPath(new URL('corpus/', import.meta.url)));

describe('documents as they are made', () => {
  test.each(samples)('$name', (sample) => {
    const { drafts } = readText({ file: sample.name, text: sample.text });
    expect(compare(sample, drafts).faults).toEqual([]);
  });

  test('there are many of them, in every column something is asked', () => {
    const tally = noTally();
    for (const sample of samples) {
      const { tally: one } = compare(sample, readText({ file: sample.name, text: sample.text }).drafts);
      for (const column of COLUMNS) tally[column][1] += one[column][1];
    }
    expect(samples.length).toBeGreaterThan(60);
    for (const column of COLUMNS) expect(tally[column][1]).toBeGreaterThan(100);
  });
});
