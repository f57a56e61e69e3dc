import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { answersIn, aPlace, endOf, eventsOf, type Place, runQuiz, startQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const drill = (bank: string): string[] => ['drill', '--bank', bank, '--no-shuffle', '--new', '100'];
const twoBanks = (count: number): Place =>
  aPlace({ 'left.yaml': many(count, 'left'), 'right.yaml': many(count, 'right') });
const answered = (place: Place, bank: string): number =>
  answersIn(place).filter(({ item }) => item.startsWith(`${bank}/`)).length;

describe('two drills at once on one home', () => {
  test('as fast as they can keep every answer of both', async () => {
    const place = twoBanks(40);
    const drills = ['left', 'right'].map((bank) => startQuiz(place, drill(bank)));
    const ends = drills.map(endOf);
    for (const child of drills) child.stdin.end('A\n'.repeat(40));
    expect((await Promise.all(ends)).map(({ code }) => code)).toEqual([0, 0]);
    expect([answered(place, 'left'), answered(place, 'right')]).toEqual([40, 40]);
    expect(new Set(eventsOf(place).map(({ id }) => id)).size).toBe(84);
    expect(await runQuiz(place, ['history', 'verify'])).toMatchObject({ code: 0, err: '' });
  });

  test('in two windows, one answer here and one there, and each says that the other was there', async () => {
    const place = twoBanks(3);
    const windows = ['left', 'right'].map((bank) => new Terminal(place, drill(bank)));
    for (const question of ['第1号问题', '第2号问题', '第3号问题']) {
      for (const window of windows) {
        await window.waitFor(question);
        await window.pressing('a', en.verdict.right);
        window.press(KEY.enter);
      }
    }
    expect(await Promise.all(windows.map(({ ended }) => ended))).toEqual([0, 0]);
    expect([answered(place, 'left'), answered(place, 'right')]).toEqual([3, 3]);
    expect(windows[0]?.everything()).toContain(en.history.others);
    const { out } = await runQuiz(place, ['history', 'list', '--json']);
    expect(JSON.parse(out)).toMatchObject({ sessions: [{ answered: 3 }, { answered: 3 }] });
  });

  test('leave a memory that knows of both: nothing of either is asked again today', async () => {
    const place = twoBanks(5);
    const input = ['A', 'A', 'A', 'A', 'A'];
    await Promise.all(['left', 'right'].map((bank) => runQuiz(place, drill(bank), { input })));
    for (const bank of ['left', 'right']) {
      const { out } = await runQuiz(place, drill(bank), { input });
      expect(out).toContain(en.drill.nothingDue);
    }
  });
});
