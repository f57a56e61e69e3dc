import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Bank } from '../../src/core/bank/bank.ts';
import { bankJsonSchema } from '../../src/core/bank/schema.ts';
import { botScore } from '../../src/core/bank/writing/bot.ts';
import { placedIn } from '../../src/core/bank/writing/review.ts';
import { assembleForm } from '../../src/core/exam/assemble.ts';
import { loadBank } from '../../src/store/bank-file.ts';
import { reviewFile } from '../../src/store/bank-review.ts';

const FOLDER = fileURLToPath(new URL('../../banks/', import.meta.url));
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

/** What the bank of an exam must have to be worth its name: items by type, cases by their number. */
const LEAST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'l3-theory': { single: 260, multiple: 80, boolean: 100, blank: 50, ordering: 30 },
  'l3-skills': { short: 60, case: 30, part: 90 },
  'agent-assessment': { single: 1, multiple: 1, boolean: 1, blank: 1, short: 1, all: 220 },
  'software-support': { all: 220 },
  'service-quality': { all: 160 },
  'support-essentials': { single: 1, multiple: 1, boolean: 1, blank: 1, ordering: 1, short: 1, case: 1, all: 80 },
};

function countsIn(bank: Bank): Record<string, number> {
  const counts: Record<string, number> = { all: bank.items.length };
  const count = (kind: string, by = 1): void => {
    counts[kind] = (counts[kind] ?? 0) + by;
  };
  for (const item of bank.items) {
    count(item.type);
    if (item.type === 'case') count('part', item.items.length);
  }
  return counts;
}

test('the banks that ship are these', () => {
  expect(names.map((name) => name.replace('.yaml', '')).sort()).toEqual(Object.keys(LEAST).sort());
});

test('the schema beside them is the one of the program', () => {
  expect(readFileSync(join(FOLDER, 'bank.schema.json'), 'utf8')).toBe(`${JSON.stringify(bankJsonSchema(), null, 2)}\n`);
});

describe.each(names)('%s', (name) => {
  const path = join(FOLDER, name);
  const load = async (): Promise<Bank> => {
    const loaded = await loadBank(path);
    if (loaded.kind !== 'bank') throw new Error(JSON.stringify(loaded.faults));
    return loaded.bank;
  };

  test('has no fault and no warning, and nothing in it is silenced without a reason', async () => {
    const findings = (await reviewFile(path, await load())).filter(({ finding }) => finding.severity !== 'info');
    expect(findings.map(({ finding, line }) => `${line} ${finding.code} ${JSON.stringify(finding.params)}`)).toEqual(
      [],
    );
  });

  test('gives somebody who knows nothing at most 8 points of 100 above chance', async () => {
    const bot = botScore(placedIn(await load()));
    for (const [strategy, score] of Object.entries(bot?.strategies ?? {}))
      expect(score - (bot?.chance ?? 0), strategy).toBeLessThanOrEqual(8);
  });

  test('has what it promises, every item with topic and explanation, every topic with notes', async () => {
    const bank = await load();
    expect(countsIn(bank)).toMatchObject(
      Object.fromEntries(
        Object.entries(LEAST[bank.id] ?? {}).map(([kind, least]) => [
          kind,
          expect.toSatisfy((count: number) => count >= least, `at least ${least}`),
        ]),
      ),
    );
    const bare = placedIn(bank).flatMap(({ question, parent }) =>
      (question.topic || parent?.topic) && question.explanation ? [] : [question.id],
    );
    expect(bare).toEqual([]);
    expect(bank.topics.flatMap(({ path: topic, notes }) => (notes.trim() ? [] : [topic]))).toEqual([]);
    const readme = readFileSync(join(FOLDER, '..', 'README.md'), 'utf8');
    expect(readme).toMatch(new RegExp(`^\\| \`${bank.id}\` +\\| [^|]+ \\| ${bank.items.length}: `, 'm'));
    expect(bank.license).not.toBe('');
    expect(readFileSync(path, 'utf8')).toMatch(/^# yaml-language-server: \$schema=bank\.schema\.json\n/);
  });

  test('draws each paper at least five times with less than a third in common', async () => {
    const bank = await load();
    expect(bank.papers.length).toBeGreaterThanOrEqual(2);
    for (const paper of bank.papers) {
      const apart: Set<string>[] = [];
      for (let seed = 1; seed <= 60 && apart.length < 5; seed++) {
        const assembled = assembleForm({ bank, paper, seed: `${seed}`, shuffleOptions: true });
        if (assembled.kind === 'lacking') throw new Error(JSON.stringify(assembled.lacks));
        const drawn = new Set(assembled.form.items.map(({ ref }) => ref));
        const inCommon = (other: ReadonlySet<string>): number => [...drawn].filter((ref) => other.has(ref)).length;
        if (apart.every((other) => inCommon(other) < drawn.size / 3)) apart.push(drawn);
      }
      expect(apart.length, paper.id).toBe(5);
    }
  });
});
