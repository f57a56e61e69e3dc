import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventLine } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import {
  aDisk,
  aFile,
  aFolder,
  anAnswer,
  answers,
  aPath,
  idsIn,
  idsOf,
  namesIn,
  opened,
  textOf,
} from './history-support.ts';

const refused = (errno: string) => Object.assign(new Error(errno), { code: errno, syscall: 'test' });
const code = (name: string) => expect.objectContaining({ code: name });
const read = (path: string) => fs.readFileSync(path, 'utf8');

describe('a history', () => {
  test('that is not there is empty, and nothing is made by reading it', () => {
    const path = aPath();
    const history = opened(path);
    expect(history.readAll()).toMatchObject({ events: [], faults: [] });
    expect(history.stamp()).toBeNull();
    expect(namesIn(dirname(path))).toEqual([]);
  });

  test('is made by the first append, for its owner alone', () => {
    const path = join(aFolder(), 'new', 'quiz', 'history.json');
    opened(path).append([anAnswer(1)]);
    expect(read(path)).toBe(textOf([anAnswer(1)]));
    expect(fs.statSync(path).mode & 0o777).toBe(0o600);
    expect(fs.statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(namesIn(dirname(path))).toEqual(['history.json']);
  });

  test('is one valid JSON document after each append, with one event a line', () => {
    const path = aPath();
    const history = opened(path);
    for (const event of answers(1, 5)) {
      history.append([event]);
      expect(JSON.parse(read(path))).toMatchObject({ format: 'quiz-history', version: 1 });
    }
    expect(read(path)).toBe(textOf(answers(1, 5)));
  });

  test('shows what happened lately: the whole lines of its end, and all of them where it is short', () => {
    const path = aFile(textOf(answers(1, 20)));
    const line = Buffer.byteLength(eventLine(anAnswer(20)));
    const recent = (bytes: number) => idsOf(opened(path).readRecent(bytes) as never);
    expect(recent(line * 2 + 10)).toEqual(idsOf(answers(19, 20)));
    expect(recent(10)).toEqual([]);
    expect(recent(1_000_000)).toEqual(idsOf(answers(1, 20)));
    expect(opened(aPath()).readRecent(1000)).toEqual([]);
  });

  test('keeps unknown events and fields as they are', () => {
    const strange = { ...anAnswer(1), type: 'from-the-future', deep: { er: [null] } };
    const path = aFile(textOf([strange]));
    const history = opened(path);
    history.append([anAnswer(2, { hint: { shown: 2 } })]);
    expect(history.readAll().events).toEqual([strange, anAnswer(2, { hint: { shown: 2 } })]);
    expect(history.readReviews().marks).toEqual([strange]);
    expect(history.readReviews().reviews.items).toEqual(['b/i2']);
  });

  test('reads lines longer than a chunk', () => {
    const events = [anAnswer(1), anAnswer(2, { note: '长'.repeat(200_000) }), ...answers(3, 900)];
    const history = opened(aFile(textOf(events)));
    expect(idsIn(history)).toEqual(idsOf(events));
    const { reviews } = history.readReviews();
    expect(Array.from({ length: reviews.count }, (_, row) => reviews.idOf(row))).toEqual(idsOf(events));
  });

  test('may lack its last newline, and has it again after an append', () => {
    const path = aFile(textOf([anAnswer(1)]).trimEnd());
    const history = opened(path);
    expect(history.repaired).toBeNull();
    history.append([anAnswer(2)]);
    expect(read(path)).toBe(textOf(answers(1, 2)));
  });

  test('of no bytes is a new one', () => {
    const path = aFile('');
    const history = opened(path);
    expect(idsIn(history)).toEqual([]);
    history.append([anAnswer(1)]);
    expect(read(path)).toBe(textOf([anAnswer(1)]));
  });

  test('behind a symbolic link stays behind it', () => {
    const target = aPath();
    fs.writeFileSync(target, textOf([]));
    const link = aPath();
    fs.symlinkSync(target, link);
    opened(link).append([anAnswer(1)]);
    expect(read(target)).toBe(textOf([anAnswer(1)]));
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test('is read only where a newer program made it', () => {
    const text = textOf([anAnswer(1)]).replace('"version":1', '"version":2,"by":"x"');
    const path = aFile(text);
    const history = opened(path);
    expect(history.readAll()).toMatchObject({ events: [anAnswer(1)], faults: [] });
    expect(() => history.append([anAnswer(2)])).toThrow(code('HISTORY_NEWER'));
    expect(read(path)).toBe(text);
  });

  test('of a newer program is not mended either', () => {
    const text = textOf([anAnswer(1)])
      .replace('"version":1', '"version":12')
      .slice(0, -5);
    const path = aFile(text);
    expect(opened(path).readAll().faults).toEqual([{ line: 3, reason: 'NO_END_LINE' }]);
    expect(read(path)).toBe(text);
  });

  test.each(['# My notes\n', '{"cards":[]}', '[]', '\0\0\0\0'])(
    'is refused where the file is something else (%j)',
    (text) => {
      const path = aFile(text);
      expect(() => opened(path)).toThrow(code('HISTORY_DAMAGED'));
      expect(read(path)).toBe(text);
    },
  );
});

describe('damage', () => {
  const lines = answers(1, 3).map(eventLine);
  const [first, second, third] = lines as [string, string, string];

  test.each([
    ['NOT_JSON', 3, HEADER + first + second.slice(5) + third + END],
    ['NUL', 3, HEADER + first + second.replace('k3f9', '\0\0\0\0') + third + END],
    ['NUL', 3, `${HEADER + first}${'\0'.repeat(40)}\n${second}${END}`],
    ['END_INSIDE', 3, HEADER + first + END + second + END],
    ['CONFLICT_MARK', 3, `${HEADER + first}<<<<<<< ours\n${second}${END}`],
    ['END_INSIDE', 3, `${HEADER + first + END}>>>>>>> theirs\n`],
    ['CRLF', 1, (HEADER + first + END).replaceAll('\n', '\r\n')],
    ['CRLF', 2, HEADER + first.replace('\n', '\r\n') + second + END],
    ['BYTE_ORDER_MARK', 1, `\ufeff${HEADER}${first}${END}`],
    ['WRONG_HEADER', 1, HEADER.replace('events', 'event') + first + END],
  ])('%s is named by its line, nothing is appended, and the file stays as it is', (reason, line, text) => {
    const path = aFile(text);
    const history = opened(path);
    expect(history.readAll().faults[0]).toEqual({ line, reason });
    expect(history.readReviews().faults[0]).toEqual({ line, reason });
    expect(() => history.append([anAnswer(4)])).toThrow(
      expect.objectContaining({ code: 'HISTORY_DAMAGED', detail: { path, line, reason } }),
    );
    expect(read(path)).toBe(text);
    expect(namesIn(dirname(path))).toEqual(['history.json']);
  });

  test('costs its own line only', () => {
    const history = opened(aFile(HEADER + first + second.slice(5) + third + END));
    expect(idsIn(history)).toEqual(idsOf([anAnswer(1), anAnswer(3)]));
  });

  test('that another process repaired is over', () => {
    const path = aFile(HEADER + first + second.slice(5) + END);
    const history = opened(path);
    history.readReviews();
    fs.writeFileSync(`${path}.new`, textOf(answers(1, 2)));
    fs.renameSync(`${path}.new`, path);
    history.append([anAnswer(3)]);
    expect(read(path)).toBe(textOf(answers(1, 3)));
  });

  test.each([
    ['another file', (path: string) => fs.renameSync(`${path}.new`, path)],
    ['what is left of it', (path: string) => fs.copyFileSync(`${path}.new`, path)],
  ])('that came with %s while a history is open is found, and nothing is appended', (_, replace) => {
    const path = aFile(textOf(answers(1, 4)));
    const history = opened(path);
    history.readReviews();
    history.append([anAnswer(5)]);
    const text = HEADER + first + second.slice(5) + END;
    fs.writeFileSync(`${path}.new`, text);
    replace(path);
    expect(() => history.append([anAnswer(6)])).toThrow(
      expect.objectContaining({ code: 'HISTORY_DAMAGED', detail: { path, line: 3, reason: 'NOT_JSON' } }),
    );
    expect(read(path)).toBe(text);
  });

  test.each([
    ['is wrong', 'format', 'fromat', 3],
    ['is gone', HEADER, '', 3],
    ['is gone, with the last one', HEADER, '', 3],
    ['is part of the first event', '[\n', '[', 2],
  ])('where the first line %s is no reason to refuse the events', (how, from, to, count) => {
    const text = textOf(answers(1, 3)).replace(from, to);
    const path = aFile(how.includes('last') ? text.slice(0, -END.length) : text);
    const history = opened(path);
    const { events, faults } = history.readAll();
    expect(idsOf(events as never)).toEqual(idsOf(answers(4 - count, 3)));
    expect(faults[0]).toEqual({ line: 1, reason: 'WRONG_HEADER' });
    expect(history.readReviews().reviews.count).toBe(count);
    expect(history.readRecent(10_000)).toHaveLength(count);
    expect(() => history.append([anAnswer(4)])).toThrow(code('HISTORY_DAMAGED'));
  });

  test('of a text that is not UTF-8 is named', () => {
    const path = aFile('');
    fs.writeFileSync(path, Buffer.from(textOf([anAnswer(1, { note: '\u00ff' }), anAnswer(2)]), 'latin1'));
    expect(opened(path).readAll().faults).toEqual([{ line: 2, reason: 'NOT_UTF8' }]);
  });
});

describe('a failing disk', () => {
  const full = (after: number) => {
    let left = after;
    const failing = { on: false };
    const writeSync = (fd: number, bytes: Uint8Array, offset: number, length: number, position: number) => {
      if (!failing.on || length <= END.length) return fs.writeSync(fd, bytes, offset, length, position);
      if (left === 0) throw refused('ENOSPC');
      const taken = fs.writeSync(fd, bytes, offset, Math.min(left, length), position);
      left -= taken;
      return taken;
    };
    return { failing, disk: aDisk({ writeSync: writeSync as typeof fs.writeSync }) };
  };

  test.each([0, 1, 16, 17, 18, 100])('that takes %i bytes leaves the history as it was', (bytes) => {
    const path = aPath();
    const { failing, disk } = full(bytes);
    const history = opened(path, disk);
    history.append(answers(1, 2));
    failing.on = true;
    expect(() => history.append([anAnswer(3)])).toThrow(
      expect.objectContaining({ code: 'CANNOT_WRITE', detail: { path, errno: 'ENOSPC' } }),
    );
    expect(read(path)).toBe(textOf(answers(1, 2)));
    expect(namesIn(dirname(path))).toEqual(['history.json']);
    failing.on = false;
    history.append([anAnswer(3)]);
    expect(read(path)).toBe(textOf(answers(1, 3)));
    expect(history.sawOthers).toBe(false);
  });

  test('that does not sync acknowledges nothing and keeps nothing', () => {
    const path = aFile(textOf([anAnswer(1)]));
    const failing = { on: true };
    const fsyncSync = (fd: number) => {
      if (failing.on) throw refused('EIO');
      fs.fsyncSync(fd);
    };
    const history = opened(path, aDisk({ fsyncSync }));
    expect(() => history.append([anAnswer(2)])).toThrow(code('CANNOT_WRITE'));
    expect(read(path)).toBe(textOf([anAnswer(1)]));
    failing.on = false;
    history.append([anAnswer(3)]);
    expect(idsIn(history)).toEqual(idsOf([anAnswer(1), anAnswer(3)]));
  });

  test('that fails at the first append leaves no file', () => {
    const path = aPath();
    const { failing, disk } = full(20);
    failing.on = true;
    expect(() => opened(path, disk).append([anAnswer(1)])).toThrow(code('CANNOT_WRITE'));
    expect(namesIn(dirname(path))).toEqual([]);
  });

  test('that fails while it takes back a write leaves a tail that is mended', () => {
    const path = aFile(textOf([anAnswer(1)]));
    const { failing, disk } = full(30);
    const broken = () => {
      throw refused('EIO');
    };
    const writeSync = ((...args: Parameters<typeof fs.writeSync>) =>
      (args[3] as unknown as number) <= END.length && failing.on ? broken() : disk.writeSync(...args)) as never;
    const history = opened(path, { ...disk, writeSync, ftruncateSync: broken });
    history.append([anAnswer(2)]);
    failing.on = true;
    expect(() => history.append([anAnswer(3)])).toThrow(code('CANNOT_WRITE'));
    expect(opened(path).repaired).toMatchObject({ bytes: 30 });
    expect(read(path)).toBe(textOf(answers(1, 2)));
  });

  test('reads no more than the tail for an append', () => {
    let bytes = 0;
    const readSync = ((...args: [number, Buffer, number, number, number]) => {
      bytes += args[3];
      return fs.readSync(...args);
    }) as typeof fs.readSync;
    const history = opened(aFile(textOf(answers(1, 2_000))), aDisk({ readSync }));
    history.append([anAnswer(2_001)]);
    bytes = 0;
    for (const event of answers(2_002, 2_011)) history.append([event]);
    expect(bytes).toBeLessThan(10 * 64);
  });
});

describe('two at once', () => {
  test('lose nothing, and each sees that there are others', () => {
    const path = aPath();
    const [one, other] = [opened(path), opened(path)];
    one.append([anAnswer(1)]);
    expect(one.sawOthers).toBe(false);
    other.append([anAnswer(2)]);
    expect(other.sawOthers).toBe(true);
    one.append([anAnswer(3)]);
    expect(one.sawOthers).toBe(true);
    expect(idsIn(one)).toEqual(idsOf(answers(1, 3)));
    expect(one.sawOthers).toBe(false);
    one.append([anAnswer(4)]);
    expect(one.sawOthers).toBe(false);
  });

  test('go on where one of them replaced the file', () => {
    const path = aFile(textOf([anAnswer(1)]));
    const history = opened(path);
    history.append([anAnswer(2)]);
    fs.writeFileSync(`${path}.new`, textOf(answers(5, 6)));
    fs.renameSync(`${path}.new`, path);
    history.append([anAnswer(7)]);
    expect(read(path)).toBe(textOf(answers(5, 7)));
    expect(history.sawOthers).toBe(true);
  });
});

test('a history that is written between any two looks of its reader is whole, with all that was there before', () => {
  for (const read of ['readAll', 'readReviews', 'readRecent'] as const) {
    let looks = 1;
    for (let before = 1; before <= looks; before++) {
      const path = aFile(textOf(answers(1, 3)));
      const [writer, disk] = [opened(path), aDisk()];
      looks = 0;
      disk.readSync = ((...args: Parameters<typeof fs.readSync>) => {
        if (++looks === before) writer.append([anAnswer(4)]);
        return fs.readSync(...args);
      }) as typeof fs.readSync;
      const reader = opened(path, disk);
      const found = read === 'readRecent' ? { faults: [], events: reader.readRecent(10_000) } : reader[read]();
      expect(found.faults, `${read}, written before look ${before}`).toEqual([]);
      const ids = 'events' in found ? found.events.map(({ id }) => id) : found.reviews.idOf(2);
      expect(ids).toEqual('events' in found ? expect.arrayContaining(idsOf(answers(1, 3))) : anAnswer(3).id);
      writer.close();
    }
    expect(looks).toBeGreaterThan(3);
  }
});

describe('a stamp', () => {
  test('holds until the file is written', () => {
    const path = aFile(textOf([anAnswer(1)]));
    const history = opened(path);
    const stamp = history.stamp();
    history.readAll();
    expect(opened(path).stamp()).toEqual(stamp);
    expect(history.unchangedSince(stamp)).toBe(true);
    history.append([anAnswer(2)]);
    expect(history.unchangedSince(stamp)).toBe(false);
    expect(history.unchangedSince(history.stamp())).toBe(true);
  });

  test('of no file holds until there is one', () => {
    const path = aPath();
    const history = opened(path);
    expect(history.unchangedSince(history.stamp())).toBe(true);
    opened(path).append([anAnswer(1)]);
    expect(history.unchangedSince(history.stamp())).toBe(false);
  });
});
