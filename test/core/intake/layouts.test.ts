import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseTruth } from '../../../src/core/bank/letters.ts';
import { readText } from '../../../src/core/intake/read-text.ts';
import { rngOf, shuffled } from '../../../src/core/rng.ts';
import { COLUMNS, compare, noTally } from '../../support/corpus.ts';
import { LAYOUTS, type Question, setIn } from '../../support/layouts.ts';

/** The banks that ship: over a thousand questions whose content no reader was made for. */
const questions = bankQuestions(fileURLToPath(new URL('../../../banks/', import.meta.url)));
const ROUNDS = Number(process.env.QUIZ_LAYOUT_ROUNDS ?? 1);

describe('real questions', () => {
  test.each(Object.entries(LAYOUTS))('set as %s', (name, layout) => {
    const tally = noTally();
    const faults: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const rng = rngOf(`${name} ${round}`);
      const { text, expected } = setIn(layout, shuffled(questions, rng).slice(0, 45), rng);
      const result = compare({ name, text, expected }, readText({ file: name, text }).drafts);
      faults.push(...result.faults);
      for (const column of COLUMNS) {
        tally[column][0] += result.tally[column][0];
        tally[column][1] += result.tally[column][1];
      }
    }
    // At least 97 in a hundred of every column.
    const poor = COLUMNS.filter((column) => tally[column][0] < 0.97 * tally[column][1] - 1);
    expect({ poor, faults: poor.length > 0 ? faults : [] }).toEqual({ poor: [], faults: [] });
  });
});

describe('damaged', () => {
  const sound = setIn(
    LAYOUTS.lines as (typeof LAYOUTS)[string],
    shuffled(questions, rngOf('damage')).slice(0, 60),
    rngOf('damage'),
  );
  const damages: Readonly<Record<string, (text: string) => string>> = {
    'line breaks lost': (text) => text.replace(/\n(?=[\s\S])/g, (sign, at: number) => (at % 11 === 0 ? '' : sign)),
    'spaces strewn in': (text) =>
      text.replace(/[\u4e00-\u9fff]/g, (sign, at: number) => (at % 17 === 0 ? `${sign} ` : sign)),
    'watermarks within': (text) =>
      text.replace(/\n/g, (sign, at: number) => (at % 9 === 0 ? '\n某某题库网 www.example.com\n' : sign)),
    'characters lost': (text) => text.replace(/[\u4e00-\u9fff]/g, (sign, at: number) => (at % 41 === 0 ? '⼤' : sign)),
  };
  test.each(Object.entries(damages))('by %s, nine in ten are still found', (name, damage) => {
    const text = damage(sound.text);
    const { tally } = compare({ ...sound, name, text }, readText({ file: name, text }).drafts);
    expect(tally.precision[1]).toBeGreaterThan(0.9 * sound.expected.length);
    expect(tally.precision[1]).toBeLessThan(1.1 * sound.expected.length);
  });
});

function bankQuestions(folder: string): Question[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => (parse(readFileSync(folder + file, 'utf8')) as { items: Item[] }).items)
    .filter(({ type, stem }) => type !== 'case' && /[\u4e00-\u9fff]/.test(stem))
    .map((item) => ({
      type: item.type,
      stem: item.stem.trim().replaceAll('\n', ''),
      options: (item.options ?? []).map(String),
      key: keyOf(item),
      explanation: item.explanation.trim().replace(/\n+|[{}]/g, ''),
    }));
}

interface Item {
  readonly type: string;
  readonly stem: string;
  readonly options?: readonly unknown[];
  readonly answer: unknown;
  readonly explanation: string;
}

function keyOf({ type, answer }: Item): string {
  if (type === 'boolean') return String(parseTruth(answer));
  if (type === 'short') return String(answer).trim().replaceAll('\n', '');
  if (type !== 'blank')
    return [answer]
      .flat()
      .join('')
      .replace(/[^A-Z]/g, '');
  return (Array.isArray(answer) ? answer : [answer]).map(firstText).join(';');
}

function firstText(key: unknown): string {
  if (Array.isArray(key)) return String(key[0]);
  return typeof key === 'object' && key !== null && 'accept' in key ? firstText(key.accept) : String(key);
}
