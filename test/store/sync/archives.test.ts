import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { anAnswer, historyText } from '../../support/histories.ts';
import { Desk } from '../../support/machines.ts';

describe('archives', () => {
  test('an event that one machine put away leaves the history of the other', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1', 'a2', 'a3');
    await a.sync();
    await b.sync();
    a.archive('2025.json', anAnswer('a1', 1), anAnswer('a2', 2));
    writeFileSync(a.home.history, historyText(anAnswer('a3', 3)));
    b.answer('b4');
    await a.sync();
    await b.sync();
    await a.sync();
    expect(b.ids).toBe('a3 b4');
    expect(a.historyText).toBe(b.historyText);
    const name = join('archive', '2025.json');
    expect(readFileSync(join(b.home.directory, name), 'utf8')).toBe(readFileSync(join(a.home.directory, name), 'utf8'));
  });

  test('one of the same name on both sides holds what both put away', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.archive('2025.json', anAnswer('a1', 1));
    b.archive('2025.json', anAnswer('b2', 2));
    await a.sync();
    await b.sync();
    await a.sync();
    for (const { home } of [a, b])
      expect(readFileSync(join(home.archive, '2025.json'), 'utf8')).toBe(
        historyText(anAnswer('a1', 1), anAnswer('b2', 2)),
      );
  });

  test('one that was deleted by hand comes back; one whose events went back into the history does not', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.answer('a3');
    a.archive('1.json', anAnswer('a1', 1));
    a.archive('2.json', anAnswer('a2', 2));
    await a.sync();
    await b.sync();
    rmSync(join(a.home.archive, '1.json'));
    rmSync(join(a.home.archive, '2.json'));
    writeFileSync(a.home.history, historyText(anAnswer('a2', 2), anAnswer('a3', 3)));
    await a.sync();
    await b.sync();
    for (const { home, ids } of [a, b]) {
      expect(readdirSync(home.archive)).toEqual(['1.json']);
      expect(ids).toBe('a2 a3');
    }
  });
});
