import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft } from '../../src/core/intake/draft.ts';

/** A document as such documents are made, and the questions a person finds in it. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}

export interface Expected {
  readonly type: string;
  /** As written in the corpus: letters, true or false, blanks between `;`, `=` and the beginning of a text, `-` for none. */
  readonly key: string;
  readonly points: number | null;
  readonly explained: boolean;
  readonly stem: string;
  readonly options: readonly string[];
}

/** Reads `=== name`, the document, `---`, and a line `type | key | flags | stem | options` for each question. */
export function samplesIn(folder: string): Sample[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split(/^=== /m)
        .slice(1)
        .map((part) => sampleOf(file.replace('.txt', ''), part)),
    );
}

function sampleOf(file: string, part: string): Sample {
  const [heading = '', ...rest] = part.split('\n');
  const [text = '', expected = ''] = rest.join('\n').split(/^---$/m);
  const lines = expected.split('\n').filter((line) => line.trim() !== '');
  return { name: `${file}: ${heading}`, text, expected: lines.map(expectedOf) };
}

function expectedOf(line: string): Expected {
  const [type = '', key = '', flags = '', stem = '', options = ''] = line.split(/\s*\|\s?/);
  const points = /p(\d+(?:\.\d+)?)/.exec(flags)?.[1];
  return {
    type: type.trim(),
    key: key.trim(),
    points: points === undefined ? null : Number(points),
    explained: /\be\b/.test(flags),
    stem: stem.trim(),
    options: options.trim() === '' ? [] : options.trim().split(' / '),
  };
}

export const COLUMNS = ['recall', 'precision', 'type', 'options', 'answer', 'explanation', 'points'] as const;
export type Column = (typeof COLUMNS)[number];
export type Tally = Record<Column, [right: number, asked: number]>;

export const noTally = (): Tally => Object.fromEntries(COLUMNS.map((column) => [column, [0, 0]])) as unknown as Tally;

/** What of a sample was understood, and in words what was not. */
export function compare(sample: Sample, drafts: readonly Draft[]): { tally: Tally; faults: string[] } {
  const tally = noTally();
  const faults: string[] = [];
  const taken = new Set<Draft>();
  const count = (column: Column, right: boolean, what: string): void => {
    tally[column][0] += right ? 1 : 0;
    tally[column][1] += 1;
    if (!right) faults.push(`${column}: ${what}`);
  };
  for (const expected of sample.expected) {
    const draft = drafts.find((each) => !taken.has(each) && isSame(expected, each));
    count('recall', draft !== undefined, expected.stem);
    if (!draft) continue;
    taken.add(draft);
    const { type, points, explained } = expected;
    count(
      'type',
      draft.type === type || (type === 'case' && draft.type === 'short'),
      `${expected.stem}: ${draft.type}`,
    );
    if (expected.options.length > 0) {
      const texts = draft.options.map(({ text }) => plain(text)).join('|');
      count(
        'options',
        texts === expected.options.map(plain).join('|'),
        `${expected.stem}: ${draft.options.map(({ id, text }) => `${id}=${text}`).join(' / ')}`,
      );
    }
    count('answer', isAnswer(expected, draft), `${expected.stem}: ${JSON.stringify(draft.answer)} for ${expected.key}`);
    count('explanation', explained === (draft.explanation.trim() !== ''), `${expected.stem}: "${draft.explanation}"`);
    count('points', points === draft.points, `${expected.stem}: ${draft.points}`);
  }
  tally.precision = [taken.size, drafts.length];
  for (const draft of drafts) if (!taken.has(draft)) faults.push(`precision: ${draft.type} ${draft.stem.slice(0, 60)}`);
  return { tally, faults };
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

function isSame({ stem }: Expected, draft: Draft): boolean {
  const wanted = plain(stem);
  return plain(draft.stem).startsWith(wanted) || plain(draft.material).startsWith(wanted);
}

function isAnswer({ key }: Expected, { answer, type }: Draft): boolean {
  if (key === '-') return answer === null;
  if (key === 'true' || key === 'false') return answer === (key === 'true');
  if (key.startsWith('=')) return typeof answer === 'string' && plain(answer).startsWith(plain(key));
  if (type === 'blank')
    return Array.isArray(answer) && answer.map(plain).join(';') === key.split(';').map(plain).join(';');
  return answer === key;
}
