import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { anAnswer, historyText } from '../../support/histories.ts';
import { Desk, type Machine } from '../../support/machines.ts';

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

  test('one that cannot be put in its place costs no event, and is told', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1', 'a2');
    await a.sync();
    await b.sync();
    a.archive('2025.json', anAnswer('a1', 1));
    writeFileSync(a.home.history, historyText(anAnswer('a2', 2)));
    await a.sync();
    const inTheWay = join(b.home.archive, '2025.json');
    mkdirSync(inTheWay, { recursive: true });
    const { leftOut } = await b.sync();
    expect(leftOut).toEqual([{ path: 'archive/2025.json', why: 'link', other: inTheWay }]);
    expect(b.ids).toBe('a2 a1');
    expect(await b.sync()).toMatchObject({ backup: null });
    expect(b.ids).toBe('a2 a1');
    rmdirSync(inTheWay);
    await b.sync();
    expect(b.ids).toBe('a2');
    expect(readFileSync(inTheWay, 'utf8')).toBe(historyText(anAnswer('a1', 1)));
  });

  test('what a run left half-written that was killed long ago is taken away by a later one', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.archive('2025.json', anAnswer('a1', 1));
    await a.sync();
    mkdirSync(b.home.archive);
    const leftover = join(b.home.archive, '.2024.json.0123456789ab.tmp');
    writeFileSync(leftover, 'half');
    utimesSync(leftover, Date.now() / 1000 - 7200, Date.now() / 1000 - 7200);
    await b.sync();
    expect(readdirSync(b.home.archive)).toEqual(['2025.json']);
  });

  describe('while a run goes on', () => {
    /** Of three events that two machines share, this one puts the second away just before its history is written. */
    async function puttingAway(name: string, others: (b: Machine) => void) {
      const [, a, b] = await Desk.with(['a', 'b']);
      a.answer('a1', 'a2', 'a3');
      await a.sync();
      await b.sync();
      others(b);
      await b.sync();
      const onStep = (step: string): void => {
        if (step !== 'bringing-in') return;
        a.archive(name, anAnswer('a2', 2));
        writeFileSync(a.home.history, historyText(anAnswer('a1', 1), anAnswer('a3', 3)));
      };
      await a.sync({ onStep });
      return [a, b] as const;
    }

    test('what is put away does not come back into the history', async () => {
      const [a, b] = await puttingAway('mine.json', (b) => b.answer('b4'));
      expect(a.ids).toBe('a1 a3 b4');
      await a.sync();
      await b.sync();
      expect([a.ids, b.ids]).toEqual(Array(2).fill('a1 a3 b4'));
      expect(readFileSync(join(b.home.archive, 'mine.json'), 'utf8')).toBe(historyText(anAnswer('a2', 2)));
    });

    test('what others put away into the same file stays in the history until that is brought in', async () => {
      const [a, b] = await puttingAway('2025.json', (b) => {
        b.archive('2025.json', anAnswer('a1', 1));
        writeFileSync(b.home.history, historyText(anAnswer('a2', 2), anAnswer('a3', 3)));
      });
      expect(a.ids.split(' ').sort().join(' ')).toBe('a1 a3');
      await a.sync();
      await b.sync();
      for (const { home, ids } of [a, b]) {
        expect(ids).toBe('a3');
        const both = historyText(anAnswer('a1', 1), anAnswer('a2', 2));
        expect(readFileSync(join(home.archive, '2025.json'), 'utf8')).toBe(both);
      }
    });
  });
});
