import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { aPlace, runQuiz } from '../support/program.ts';
import { KINDS, many } from '../support/small-banks.ts';

describe('quiz bank find', () => {
  test('names the item, shows the place, and ends with 3 where nothing is', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS, 'many.yaml': many(3) });
    const hit = await runQuiz(place, ['bank', 'find', '天空']);
    expect(hit.out).toContain('kinds/one  晴天的天空是什么颜色？');
    expect(hit.code).toBe(0);
    const miss = await runQuiz(place, ['bank', 'find', '冰箱', '--bank', 'many']);
    expect({ out: miss.out, code: miss.code }).toEqual({ out: '', code: 3 });
  });

  test('finds by the initials of pinyin, for programs too', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const { out } = await runQuiz(place, ['bank', 'find', 'qtdtk', '--bank', 'kinds', '--json']);
    expect(JSON.parse(out)).toMatchObject({ matches: [{ item: 'kinds/one', field: 'stem' }] });
  });
});

describe('quiz bank export', () => {
  test('writes a file, says what the format left out, and never replaces a file unasked', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const args = ['bank', 'export', 'kinds', '--format', 'aiken', '-o', 'kinds.txt'];
    const first = await runQuiz(place, args);
    expect(first.code).toBe(0);
    expect(first.err).toContain(en.bank.lostIn('aiken', 'many, steps, gap, tell'));
    expect(readFileSync(join(place.cwd, 'kinds.txt'), 'utf8')).toContain('ANSWER: B');
    const second = await runQuiz(place, args);
    expect(second.code).toBe(4);
    expect(second.err).toContain('--force');
    expect((await runQuiz(place, [...args, '--force'])).code).toBe(0);
  });

  test('an unknown format is wrong use', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    expect((await runQuiz(place, ['bank', 'export', 'kinds', '--format', 'docx'])).code).toBe(2);
  });
});
