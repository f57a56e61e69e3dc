import fs from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLine } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { isHistory, type LearnerHistory, readLearnerHistory } from '../../src/store/learner-history.ts';
import { StoreFault } from '../../src/store/store-fault.ts';
import { aDisk, aFile, aFolder, anAnswer, answers, idsOf, textOf } from './history-support.ts';

const events = answers(1, 5);
const text = textOf(events);

const refuse = (): never => {
  throw new Error('A file of somebody else is not written.');
};
/** A disk that can only be read. */
const READ_ONLY = aDisk({
  openSync: ((path: string, flags: string) => (flags === 'r' ? fs.openSync(path, 'r') : refuse())) as never,
  writeSync: refuse as never,
  ftruncateSync: refuse,
  renameSync: refuse,
  unlinkSync: refuse,
  symlinkSync: refuse,
  mkdirSync: refuse as never,
});

const read = (path: string, disk = READ_ONLY): LearnerHistory => readLearnerHistory(path, { disk, patienceMs: 0 });
const readText = (content: string | Buffer): LearnerHistory => read(aFile(content as string));

const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof StoreFault) return `${error.code} ${error.detail.errno ?? ''}`.trim();
    throw error;
  }
  return 'none';
};

describe("a learner's file", () => {
  test('that is whole is read whole', () => {
    const { events: got, ...about } = readText(text);
    expect(idsOf(got)).toEqual(idsOf(events));
    expect(about).toEqual({ lost: [], odd: [], tornBytes: null, isEmpty: false, isNewer: false });
  });

  test('cut at any byte gives its whole events, stays as it is, and has nothing beside it', () => {
    const path = join(aFolder(), 'history.json');
    const few = answers(1, 2);
    const text = textOf(few);
    for (let cut = 1; cut < text.length; cut++) {
      const piece = text.slice(0, cut);
      fs.writeFileSync(path, piece);
      const { events: got, lost, tornBytes } = read(path);
      let end = HEADER.length;
      const whole = few.filter((event) => {
        end += eventLine(event).length;
        return end <= cut;
      });
      expect(idsOf(got), `cut at ${cut}`).toEqual(idsOf(whole));
      expect(lost).toEqual([]);
      const kept = cut < HEADER.length ? 0 : textOf(whole).length - END.length;
      expect(tornBytes).toBe(cut === text.length - 1 ? null : cut - kept);
      expect(fs.readFileSync(path, 'utf8')).toBe(piece);
    }
    expect(fs.readdirSync(dirname(path))).toEqual(['history.json']);
  });

  test('with a damaged line gives all others, and the number of that line', () => {
    const lines = text.split('\n');
    const damaged = lines.with(3, (lines[3] as string).slice(0, 50)).join('\n');
    const { events: got, lost, odd } = readText(damaged);
    expect(idsOf(got)).toEqual(idsOf(events.filter((_, n) => n !== 2)));
    expect(lost).toEqual([{ line: 4, reason: 'NOT_JSON' }]);
    expect(odd).toEqual([]);
  });

  test('that a mail program or an editor changed is read all the same', () => {
    const dos = text.replaceAll('\n', '\r\n');
    for (const [content, reason, count] of [
      [dos, 'CRLF', 7],
      [`\uFEFF${text}`, 'BYTE_ORDER_MARK', 1],
      [`\uFEFF${dos}`, 'BYTE_ORDER_MARK', 7],
      [text.replace(END, END.replace('\n', '\r\n')), 'CRLF', 1],
      [text.replace(/,\n(?=\{"type":"end")/, '\n'), 'NOT_CLOSED', 1],
    ] as const) {
      const { events: got, lost, odd } = readText(content);
      expect(idsOf(got)).toEqual(idsOf(events));
      expect(lost).toEqual([]);
      expect(odd[0]?.reason).toBe(reason);
      expect(odd).toHaveLength(count);
    }
  });

  test('with a wrong first line or without its end says so, and loses nothing', () => {
    const head = text.replace('"version":1', '"version":1 ');
    expect(readText(head)).toMatchObject({ lost: [], odd: [{ line: 1, reason: 'WRONG_HEADER' }] });
    const cut = head.slice(0, -END.length);
    const { events: got, lost } = readText(cut);
    expect(idsOf(got)).toEqual(idsOf(events));
    expect(lost).toEqual([]);
  });

  test('of a newer program is read, and an empty one is an empty history', () => {
    expect(readText(text.replace('"version":1', '"version":2'))).toMatchObject({ isNewer: true, lost: [], odd: [] });
    expect(readText('')).toMatchObject({ events: [], isEmpty: true, tornBytes: null });
  });

  test('is handed over event by event, so that only what is wanted is kept', () => {
    const keep = (event: { id: string }) => (event.id.endsWith('2') ? (event as never) : null);
    expect(idsOf(readLearnerHistory(aFile(text), { keep }).events)).toEqual([anAnswer(2).id]);
  });

  test('to which its owner appends at the moment is looked at again', () => {
    const path = aFile(text.slice(0, -40));
    let looks = 0;
    const disk = aDisk({
      fstatSync: ((fd: number) => {
        if (++looks === 2) fs.writeFileSync(path, text);
        return fs.fstatSync(fd);
      }) as never,
    });
    const { events: got, tornBytes } = readLearnerHistory(path, { disk, patienceMs: 40 });
    expect([idsOf(got), tornBytes]).toEqual([idsOf(events), null]);
  });
});

describe('what is no history', () => {
  test.each([
    ['a text', 'hello\n'],
    ['another document', '{"format":"quiz-results"}\n'],
    ['bytes', '\u0000\u0001\u0002'],
  ])('is refused: %s', (_, content) => {
    expect(codeOf(() => readText(content))).toBe('HISTORY_DAMAGED');
    expect(isHistory(aFile(content))).toBe(false);
  });

  test('is refused: nothing, a folder, a device', () => {
    const folder = aFolder();
    expect(codeOf(() => read(join(folder, 'none.json')))).toBe('CANNOT_READ ENOENT');
    expect(codeOf(() => read(folder))).toBe('CANNOT_READ EISDIR');
    expect(codeOf(() => read('/dev/null'))).toBe('CANNOT_READ EINVAL');
    for (const path of [folder, join(folder, 'none.json'), '/dev/null']) expect(isHistory(path)).toBe(false);
  });

  test('is told from a history, also a damaged one', () => {
    for (const content of [text, text.slice(0, -30), `\uFEFF${text}`, text.replace('"version":1', '"version":3')])
      expect(isHistory(aFile(content))).toBe(true);
  });
});

test('whatever happened to some bytes, no untouched event is lost, and nothing but our own faults comes out', () => {
  const path = aFile('');
  const bytes = Buffer.from(text);
  const spoilt = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 });
  fc.assert(
    fc.property(spoilt, fc.integer({ min: 1, max: bytes.length }), (flips, cut) => {
      const copy = Buffer.from(bytes);
      for (const [at, byte] of flips) copy[at] = byte;
      fs.writeFileSync(path, copy.subarray(0, cut));
      const isSame = (from: number, to: number): boolean =>
        to <= cut && copy.subarray(from, to).equals(bytes.subarray(from, to));
      let end = HEADER.length;
      const untouched = events.filter((event) => {
        const start = end;
        end += eventLine(event).length;
        // With the newline before it, or it is the rest of another line.
        return isSame(start - 1, end);
      });
      let got: LearnerHistory | null = null;
      const code = codeOf(() => {
        got = read(path);
      });
      if (code === 'HISTORY_DAMAGED') expect(isSame(0, Math.min(cut, HEADER.length))).toBe(false);
      else
        expect(idsOf((got as LearnerHistory | null)?.events ?? [])).toEqual(expect.arrayContaining(idsOf(untouched)));
    }),
    { numRuns: 300 },
  );
});
