import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/intake/read-text.ts';
import { chanceOf } from '../../../src/core/rng.ts';
import { compare, type Sample, samplesIn } from '../../support/corpus.ts';
import { DAMAGES, type Damage, rngFor } from '../../support/document-damage.ts';

const samples = samplesIn(fileURLToPath(new URL('corpus/', import.meta.url)));

/** Rounds over the whole corpus, each damaging it in other places; the usual run damages a part of it once. */
const rounds = Number(process.env.QUIZ_FUZZ_RUNS ?? 0);
const USUAL_SHARE = 0.35;

/** By its name, so that another document in the corpus changes nothing for this one. */
const isUsual = ({ name }: Sample): boolean => chanceOf(name) < USUAL_SHARE;

/**
 * The least of a hundred questions that are found, and rightly answered, a few points below what was measured: what
 * falls below has lost an understanding that was there. Who raises the figures may raise the floors.
 */
const FLOORS: Readonly<Record<string, readonly [found: number, answered: number]>> = {
  none: [99, 99],
  'newlines lost, 10 %': [95, 90],
  'newlines lost, 50 %': [85, 65],
  'newlines lost, 100 %': [76, 46],
  'full width, all': [92, 87],
  'spaces put in, 2 %': [96, 90],
  'spaces put in, 10 %': [91, 70],
  'spaces lost, 50 %': [96, 88],
  'spaces lost, 100 %': [93, 84],
  'page numbers, every 20 lines': [98, 97],
  'page numbers, every 6 lines': [97, 95],
  'watermark, every 10 lines': [98, 97],
  'watermark, every 3 lines': [97, 95],
  'digits misread, 5 %': [95, 87],
  'digits misread, 20 %': [88, 71],
  'full stops as commas, 20 %': [97, 96],
  'full stops as commas, 100 %': [95, 94],
  'blank lines, doubled': [96, 95],
};

/** Damage may part a question in two, but makes none of other text: so many come out for each that there is. */
const MOST_OUT = 1.05;

/** Of a hundred questions: found, rightly answered; and how many came out for each that there is. */
interface Measured {
  readonly found: number;
  readonly answered: number;
  readonly out: number;
  readonly thrown: readonly string[];
}

function measure(damage: Damage): Measured {
  const total = { found: 0, answered: 0, asked: 0, out: 0 };
  const thrown: string[] = [];
  const count = (sample: Sample, seed: number): void => {
    try {
      const text = damage.apply(sample.text, rngFor(sample.name, seed));
      const { drafts } = readText({ file: sample.name, text });
      const { tally } = compare(sample, drafts);
      total.found += tally.recall[0];
      total.answered += tally.answer[0];
      total.asked += sample.expected.length;
      total.out += drafts.length;
    } catch (error) {
      thrown.push(`${sample.name}, seed ${seed}: ${error}`);
    }
  };
  const chosen = rounds > 0 ? samples : samples.filter(isUsual);
  for (let seed = 1; seed <= Math.max(1, rounds); seed++) for (const sample of chosen) count(sample, seed);
  const share = (part: number): number => (100 * part) / total.asked;
  return { found: share(total.found), answered: share(total.answered), out: total.out / total.asked, thrown };
}

const results = DAMAGES.map((damage) => ({ damage, name: nameOf(damage), ...measure(damage) }));

describe('a damaged document', () => {
  for (const result of results)
    test(inWords(result), () => {
      const { name, found, answered, out, thrown } = result;
      expect(thrown).toEqual([]);
      const [leastFound, leastAnswered] = FLOORS[name] ?? [100, 100];
      expect(found).toBeGreaterThanOrEqual(leastFound);
      expect(answered).toBeGreaterThanOrEqual(leastAnswered);
      expect(out).toBeLessThanOrEqual(MOST_OUT);
    });

  test('is never read better for more of the damage', () => {
    for (const [index, { damage, found, answered, name }] of results.entries()) {
      const less = results[index - 1];
      if (less?.damage.kind !== damage.kind) continue;
      expect.soft(found, name).toBeLessThanOrEqual(less.found + BY_CHANCE);
      expect.soft(answered, name).toBeLessThanOrEqual(less.answered + BY_CHANCE);
    }
  });
});

const BY_CHANCE = 2;

function nameOf({ kind, degree }: Damage): string {
  return degree === '' ? kind : `${kind}, ${degree}`;
}

/** The figures stand in the name, so that whoever runs the tests sees a change. */
function inWords({ name, found, answered, out }: Measured & { readonly name: string }): string {
  return `${name}: ${found.toFixed(1)} % found, ${answered.toFixed(1)} % rightly answered, ${out.toFixed(2)} out for each`;
}
