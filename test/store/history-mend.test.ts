import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventLine } from '../../src/store/event-line.ts';
import { withLock } from '../../src/store/history-lock.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { aFastFolder } from '../support/fast-folder.ts';
import { aDisk, aFile, anAnswer, answers, HASTY, idsIn, idsOf, namesIn, opened, textOf } from './history-support.ts';

const events = [...answers(1, 3), anAnswer(4, { note: '没写完的 {"type":"x"},' })];
const text = Buffer.from(textOf(events));
const aside = (path: string) => namesIn(dirname(path)).filter((name) => name !== basename(path));

/** How many of the events are whole in the first bytes of the file. */
function wholeIn(bytes: number): number {
  let end = HEADER.length;
  return events.filter((event) => {
    end += Buffer.byteLength(eventLine(event));
    return end <= bytes;
  }).length;
}

describe('a history cut short', () => {
  test('at any byte keeps its whole events, and what was cut is aside', () => {
    const folder = aFastFolder();
    const begin = HEADER.length + eventLine(events[0] as never).length;
    const cuts = Array.from({ length: text.length }, (_, cut) => cut).filter(
      (cut) => cut <= HEADER.length || cut >= begin,
    );
    for (const cut of cuts) {
      const path = join(folder, `${cut}`, 'history.json');
      fs.mkdirSync(dirname(path));
      fs.writeFileSync(path, text.subarray(0, cut));
      const history = opened(path, HASTY);
      const kept = events.slice(0, wholeIn(cut));
      expect(idsIn(history), `cut at ${cut}`).toEqual(idsOf(kept));
      if (cut === 0 || cut === text.length - 1) {
        expect(history.repaired).toBeNull();
        continue;
      }
      const whole = cut < HEADER.length ? 0 : Buffer.byteLength(textOf(kept)) - END.length;
      expect(fs.readFileSync(path, 'utf8')).toBe(textOf(kept));
      expect(history.repaired?.bytes).toBe(cut - whole);
      if (cut === whole) expect(history.repaired?.keptIn).toBeNull();
      else expect(fs.readFileSync(history.repaired?.keptIn as string)).toEqual(text.subarray(whole, cut));
    }
  });

  test('is found by the next append too', () => {
    const path = aFile(textOf(answers(1, 2)));
    const history = opened(path);
    history.append([anAnswer(3)]);
    fs.truncateSync(path, fs.statSync(path).size - 40);
    history.append([anAnswer(4)]);
    expect(fs.readFileSync(path, 'utf8')).toBe(textOf([...answers(1, 2), anAnswer(4)]));
    expect(history.repaired?.bytes).toBeGreaterThan(0);
  });

  test('has its pieces aside in files of their own, for the owner alone', () => {
    const path = aFile('');
    for (const piece of ['{"id":"one', '{"id":"two']) {
      fs.writeFileSync(path, HEADER + piece);
      const { repaired } = opened(path);
      expect(fs.readFileSync(repaired?.keptIn as string, 'utf8')).toBe(piece);
      expect(fs.statSync(repaired?.keptIn as string).mode & 0o777).toBe(0o600);
    }
    expect(aside(path)).toEqual(['history.json.torn-20261122T120000', 'history.json.torn-20261122T120000-2']);
  });

  test('with blocks of zeros behind it is cut before them', () => {
    const path = aFile(`${textOf(answers(1, 2))}${'\0'.repeat(5_000)}`);
    const history = opened(path);
    expect(idsIn(history)).toEqual(idsOf(answers(1, 2)));
    expect(history.repaired?.bytes).toBe(END.length + 5_000);
  });

  const [one, two] = answers(1, 2).map(eventLine) as [string, string];

  test.each([
    ['the old end line, then zeros', END + '\0'.repeat(one.length - END.length - 40) + two.slice(-40)],
    ['zeros in the middle', `${two.slice(0, 60)}${'\0'.repeat(70_000)}${two.slice(60)}`],
    ...Array.from({ length: END.length - 3 }, (_, n) => [
      `${n + 3} bytes of the old end line`,
      END.slice(0, n + 3) + two.slice(n + 3),
    ]),
    [
      'a piece over the old end line, then zeros',
      `${two.slice(0, 9)}${END.slice(9)}${'\0'.repeat(90)}${two.slice(-70)}`,
    ],
    ['zeros and half of the old end line', `${END.slice(0, 5)}${'\0'.repeat(30)}${two.slice(60)}`],
  ])('of which the end was written before the beginning is cut before that: %s', (_, rest) => {
    const path = aFile(HEADER + one + rest + END);
    const history = opened(path);
    expect(history.readAll().faults).toEqual([]);
    expect(idsIn(history)).toEqual(idsOf([anAnswer(1)]));
    expect(fs.readFileSync(history.repaired?.keptIn as string, 'utf8')).toBe(rest + END);
    history.append([anAnswer(3)]);
    expect(fs.readFileSync(path, 'utf8')).toBe(textOf([anAnswer(1), anAnswer(3)]));
  });

  test.each([
    ['an end line', END],
    ['an end line with another ending', END.replace('\n', '\r\n')],
    ['an event of another program that is not closed', '{"type":"x","id":"a","at":"2026-11-22T21:05:13.120+08:00"}\n'],
    ['a line that was changed', two.replace('answered', 'answered"')],
    ['a line with zeros before one that can be read', `${two.replace('k3f9', '\0\0\0\0')}${eventLine(anAnswer(3))}`],
  ])('is not what %s before the end is taken for', (_, rest) => {
    const path = aFile(HEADER + one + rest + END);
    expect(opened(path).repaired).toBeNull();
    expect(fs.readFileSync(path, 'utf8')).toBe(HEADER + one + rest + END);
  });

  test.each(Array.from({ length: END.length - 3 }, (_, n) => n + 3))(
    'of which %i bytes were written over the old end line and no more is cut before them',
    (bytes) => {
      const path = aFile(HEADER + one + two.slice(0, bytes) + END.slice(bytes));
      const history = opened(path);
      expect(history.repaired?.bytes).toBe(END.length);
      expect(history.readAll().faults).toEqual([]);
      expect(fs.readFileSync(path, 'utf8')).toBe(textOf([anAnswer(1)]));
    },
  );

  test('is aside once, however often the program dies between that and the cut', () => {
    const path = aFile(HEADER + one.slice(0, 50));
    const dying = aDisk({
      ftruncateSync: () => {
        throw new Error('died');
      },
    });
    for (let n = 0; n < 3; n++) expect(() => opened(path, dying)).toThrow('died');
    expect(aside(path)).toHaveLength(1);
    expect(opened(path).repaired?.keptIn).toBe(join(dirname(path), aside(path)[0] as string));
    expect(aside(path)).toHaveLength(1);
  });

  test('in a long last line is cut before it', () => {
    const long = eventLine(anAnswer(2, { note: 'x'.repeat(300_000) }));
    const path = aFile(HEADER + eventLine(anAnswer(1)) + long.slice(0, -3));
    expect(idsIn(opened(path))).toEqual(idsOf([anAnswer(1)]));
  });

  test('is left alone while another process may be writing it', () => {
    const path = aFile(HEADER + eventLine(anAnswer(1)));
    withLock(`${path}.lock`, () => {
      expect(() => opened(path, HASTY, 0)).toThrow(expect.objectContaining({ code: 'HISTORY_LOCKED' }));
    });
    expect(aside(path)).toEqual([]);
    expect(opened(path).repaired).toEqual({ bytes: 0, keptIn: null });
  });
});
