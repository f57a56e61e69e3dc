import fs from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Given, readGiven } from '../../src/store/given-history.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { aFile, aFolder, answers, idsOf, textOf } from './history-support.ts';

const EVENTS = answers(1, 5);
const TEXT = textOf(EVENTS);

const readingOf = (content: string | Buffer): Given => {
  const path = join(aFolder(), 'given');
  fs.writeFileSync(path, content);
  const given = readGiven(path);
  expect(fs.readFileSync(path)).toEqual(Buffer.from(content));
  return given;
};
const idsIn = (given: Given): string[] => (given.kind === 'history' ? given.entries.map(({ id }) => id) : []);
/** Line and reason of what cannot be read; else the kind of the answer. */
const reasonsIn = (given: Given): string[] =>
  given.kind === 'history' ? given.unreadable.map(({ line, reason }) => `${line} ${reason}`) : [given.kind];

describe('a history that is handed over', () => {
  test.each<[string, string | Buffer]>([
    ['as it is', TEXT],
    ['compressed', gzipSync(TEXT)],
    ['with the line ends of another system', TEXT.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${TEXT}`],
    ['without its last newline', TEXT.trimEnd()],
    ['with a comma lost', TEXT.replace(/},\n(?=\{"id")/, '}\n')],
    ['written anew by a program for JSON', JSON.stringify(JSON.parse(TEXT), null, 2)],
    ['on one line', JSON.stringify(JSON.parse(TEXT))],
    ['with empty lines', TEXT.replaceAll('\n', '\n\n')],
  ])('is read whole %s', (_, content) => {
    const given = readingOf(content);
    expect(reasonsIn(given)).toEqual([]);
    expect(idsIn(given)).toEqual(idsOf(EVENTS));
  });

  test('two of them one behind the other are read as both', () => {
    const given = readingOf(TEXT + textOf(answers(6, 8)));
    expect(reasonsIn(given)).toEqual([]);
    expect(idsIn(given)).toEqual(idsOf(answers(1, 8)));
  });

  test.each<[string, string, string[], number]>([
    ['a line broken in the middle', TEXT.replace('"right":true', '"right":tru'), ['2 NOT_JSON'], 4],
    ['NUL bytes in a line', TEXT.replace('"device"', '\0"device"'), ['2 NUL'], 4],
    ['its end torn off', TEXT.slice(0, -60), ['6 NOT_JSON', '7 NO_END_LINE'], 4],
    ['only its end mark lost', TEXT.slice(0, -END.length), ['7 NO_END_LINE'], 5],
    ['its first line lost', TEXT.slice(HEADER.length), [], 5],
    ['a line that is no event', TEXT.replace('"at"', '"when"'), ['2 NOT_AN_EVENT'], 4],
  ])('with %s is read as far as it can be', (_, content, reasons, count) => {
    const given = readingOf(content);
    expect(reasonsIn(given)).toEqual(reasons);
    expect(idsIn(given)).toHaveLength(count);
  });

  test('with the conflict marks of git has the events of both sides', () => {
    const lines = TEXT.split('\n');
    lines.splice(3, 0, '<<<<<<< ours');
    lines.splice(5, 0, '=======');
    lines.splice(7, 0, '>>>>>>> theirs');
    const given = readingOf(lines.join('\n'));
    expect(reasonsIn(given)).toEqual(['4 CONFLICT_MARK', '6 CONFLICT_MARK', '8 CONFLICT_MARK']);
    expect(idsIn(given)).toEqual(idsOf(EVENTS));
  });

  test('whose compressed copy was cut short is read as far as it goes', () => {
    const packed = gzipSync(textOf(answers(1, 400)));
    const given = readingOf(packed.subarray(0, packed.length / 2));
    expect(idsIn(given).length).toBeGreaterThan(10);
    expect(idsIn(given)).toEqual(idsOf(answers(1, idsIn(given).length)));
    expect(reasonsIn(given).at(-1)).toMatch(/ NO_END_LINE$/);
  });

  test('whose compressed copy is damaged otherwise is refused', () => {
    const packed = gzipSync(textOf(answers(1, 400)));
    packed.fill(0xff, 40, 60);
    expect(() => readingOf(packed)).toThrow(expect.objectContaining({ code: 'BACKUP_DAMAGED' }));
  });

  test('of a newer program is refused', () => {
    expect(() => readingOf('{"format":"quiz-history","version":2,"events":[\n{"type":"end"}]}\n')).toThrow(
      expect.objectContaining({ code: 'HISTORY_NEWER' }),
    );
  });

  test.each([
    '',
    'item,date,grade\nb/q,2026-01-05,3\n',
    '{"format":"something-else","events":[]}',
    Buffer.from([0, 1, 2, 255]),
    gzipSync('not a history'),
  ])('is told from what is none', (content) => {
    expect(readingOf(content)).toEqual({ kind: 'foreign' });
  });

  test('that is not there, or no file, says so', () => {
    expect(readGiven(join(aFolder(), 'nothing'))).toEqual({ kind: 'missing' });
    expect(() => readGiven(aFolder())).toThrow(expect.objectContaining({ code: 'CANNOT_READ' }));
  });

  test('cut or flipped anywhere gives no event that was not in it, and loses none of the untouched lines', () => {
    const ids = idsOf(EVENTS);
    const path = aFile(TEXT);
    fc.assert(
      fc.property(fc.nat(TEXT.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const bytes = Buffer.from(TEXT);
        bytes[at] = byte;
        fs.writeFileSync(path, isCut ? bytes.subarray(0, at) : bytes);
        const given = readGiven(path);
        if (given.kind !== 'history') {
          expect(at).toBeLessThan(HEADER.length);
          return;
        }
        const untouched = Math.max(0, TEXT.slice(0, at).split('\n').length - 2);
        expect(idsIn(given).slice(0, untouched)).toEqual(ids.slice(0, untouched));
        if (!isCut) expect(idsIn(given).length).toBeGreaterThanOrEqual(ids.length - 2);
      }),
      { numRuns: 300 },
    );
  });
});
