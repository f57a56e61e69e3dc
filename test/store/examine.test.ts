import fs from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { eventLine } from '../../src/store/event-line.ts';
import { examine } from '../../src/store/examine.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { readHistoryFile } from '../../src/store/steady-file.ts';
import { aDisk, aFile, anAnswer, answers, aPath, idsOf, textOf } from './history-support.ts';

const [first = '', second = ''] = answers(1, 2).map(eventLine);
const whole = textOf(answers(1, 2));
const look = (text: string | Buffer) => examine(Buffer.from(text as string));
/** `CODE@line about`. */
const faultsOf = (text: string | Buffer): string[] =>
  look(text).faults.map(({ code, line, about }) => `${code}@${line}${about && ` ${about}`}`);

test('the events of a whole file have their lines, from the second on', () => {
  expect(look(whole)).toMatchObject({ faults: [], isNewer: false, events: [{ line: 2 }, { line: 3 }] });
  expect(look(whole.trimEnd()).faults).toEqual([]);
  expect(look('')).toEqual({ events: [], faults: [], isNewer: false });
});

describe('one thing that was done to a file is one fault', () => {
  test('a torn tail, with its bytes, wherever it was torn', () => {
    for (const bytes of [1, 17, 40, 100]) {
      const text = whole.slice(0, -END.length) + eventLine(anAnswer(3)).slice(0, bytes);
      expect(faultsOf(text)).toEqual([`TORN_TAIL@4 ${bytes}`]);
    }
    expect(faultsOf(whole.slice(0, -END.length))).toEqual(['TORN_TAIL@4 0']);
    expect(faultsOf(HEADER.slice(0, 20))).toEqual(['TORN_TAIL@1 20']);
  });

  test('another encoding', () => {
    const wide = Buffer.from(`\ufeff${whole}`, 'utf16le');
    expect(faultsOf(wide)).toEqual(['UTF16@1']);
    expect(idsOf(look(wide).events.map(({ event }) => event as never))).toEqual(idsOf(answers(1, 2)));
  });

  test('another layout', () => {
    const laidOut = JSON.stringify(JSON.parse(whole), null, 2);
    expect(faultsOf(laidOut)).toEqual(['OTHER_LAYOUT@1']);
    expect(look(laidOut).events.map(({ line }) => line)).toEqual([5, 16]);
  });

  test('something else in its place', () => {
    expect(faultsOf('# notes\n{"a":1}\n')).toEqual(['NOT_A_HISTORY@1']);
  });
});

test.each([
  ['CRLF', whole.replaceAll('\n', '\r\n'), ['CRLF@1', 'CRLF@2', 'CRLF@3', 'CRLF@4']],
  ['a byte order mark', `\ufeff${whole}`, ['BYTE_ORDER_MARK@1']],
  ['no first line', first + second + END, ['WRONG_HEADER@1']],
  ['a damaged line', HEADER + first.replace('"right"', 'right') + second + END, ['NOT_JSON@2']],
  ['an event without its rating', HEADER + first.replace('good', 'so-so') + second + END, ['NOT_AN_EVENT@2']],
  [
    'marks of git',
    `${HEADER}<<<<<<< a\n${first}=======\n${second}>>>>>>> b\n${END}`,
    ['CONFLICT_MARK@2', 'CONFLICT_MARK@4', 'CONFLICT_MARK@6'],
  ],
])('%s is told line by line', (_, text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test('damage costs no other event', () => {
  expect(look(HEADER + first.slice(4) + second + END).events.map(({ event }) => event.id)).toEqual(
    idsOf([anAnswer(2)]),
  );
});

test('a newer program may begin its file as it likes', () => {
  const text = whole.replace('"version":1', '"version":3,"by":"x"');
  expect(look(text)).toMatchObject({ isNewer: true, faults: [], events: [{ line: 2 }, { line: 3 }] });
});

describe('a file that is looked at', () => {
  test('is not changed, torn or not, and nothing is made beside it', () => {
    for (const text of [whole, whole.slice(0, -40)]) {
      const path = aFile(text);
      expect(readHistoryFile(path)?.toString()).toBe(text);
      expect(fs.readFileSync(path, 'utf8')).toBe(text);
      expect(fs.readdirSync(dirname(path))).toEqual(['history.json']);
    }
    expect(readHistoryFile(aPath())).toBeNull();
  });

  test('is read again where somebody was writing into it', () => {
    const path = aFile(whole.slice(0, -40));
    let reads = 0;
    const readFileSync = ((...args: Parameters<typeof fs.readFileSync>) => {
      if (++reads === 3) fs.writeFileSync(path, whole);
      return fs.readFileSync(...args);
    }) as typeof fs.readFileSync;
    expect(readHistoryFile(path, aDisk({ readFileSync }))?.toString()).toBe(whole);
  });

  test('is unpacked where it is a backup', () => {
    const path = aPath();
    fs.writeFileSync(path, gzipSync(whole));
    expect(readHistoryFile(path)?.toString()).toBe(whole);
    fs.writeFileSync(path, gzipSync(whole).subarray(0, 60));
    expect(() => readHistoryFile(path)).toThrow(expect.objectContaining({ code: 'BACKUP_DAMAGED' }));
  });
});
