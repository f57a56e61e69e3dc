import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventLine } from '../../src/store/event-line.ts';
import { withLock } from '../../src/store/history-lock.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { aFile, aFolder, anAnswer, answers, HASTY, idsIn, idsOf, namesIn, opened, textOf } from './history-support.ts';

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
    const folder = aFolder();
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
