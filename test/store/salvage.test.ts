import { describe, expect, test } from 'vitest';
import { eventLine } from '../../src/store/event-line.ts';
import { historyOf } from '../../src/store/history-entries.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { type Salvaged, salvage } from '../../src/store/salvage/salvage.ts';
import { aMixedHistory, historyText } from '../support/damage.ts';
import { anAnswer, answers, idsOf, textOf } from './history-support.ts';

const [first = '', second = '', third = ''] = answers(1, 3).map(eventLine);
const whole = textOf(answers(1, 3));

function salvaged(text: string | Buffer): Salvaged {
  const found = salvage(Buffer.from(text as string));
  if (found.kind !== 'history') throw new Error(found.kind);
  return found;
}
/** `CODE@line`, in the order of the lines. */
const stepsOf = (text: string | Buffer): string[] =>
  salvaged(text).steps.map(({ code, line, until }) => `${code}@${line}${until ? `–${until}` : ''}`);
const restsOf = (text: string | Buffer): string[] => salvaged(text).rests.map(({ bytes }) => bytes.toString());
const mended = (text: string | Buffer): string => historyOf(salvaged(text).entries).toString();

describe('nothing is mended', () => {
  test.each([
    ['a sound history', whole],
    ['one without its last line break', whole.trimEnd()],
    ['one without events', HEADER + END],
    ['one of no bytes', ''],
    ['one of many kinds', historyText(aMixedHistory())],
  ])('in %s', (_, text) => {
    expect(stepsOf(text)).toEqual([]);
    expect(restsOf(text)).toEqual([]);
  });
});

describe('nothing is lost, and nothing is put aside', () => {
  const wide = (text: string, isBig = false): Buffer => {
    const bytes = Buffer.from(text, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };
  const document = JSON.parse(whole) as { events: object[] };

  test.each<[string, string | Buffer, string[]]>([
    ['CRLF', whole.replaceAll('\n', '\r\n'), ['CRLF@1–5']],
    ['a byte order mark', `\ufeff${whole}`, ['BYTE_ORDER_MARK@1']],
    ['UTF-16', wide(`\ufeff${whole}`), ['UTF16@1']],
    ['UTF-16 the other way round', wide(`\ufeff${whole}`, true), ['UTF16@1']],
    ['UTF-16 without a mark', wide(whole), ['UTF16@1']],
    ['a missing first line', first + second + third + END, ['WRONG_HEADER@1']],
    ['a missing end mark', HEADER + first + second + third, ['NO_END_LINE@5']],
    ['half an end mark', whole.slice(0, -9), ['EMPTY_LINE@5', 'NO_END_LINE@6']],
    ['an end mark inside', HEADER + first + END + second + third + END, ['END_INSIDE@3']],
    [
      'two histories behind one another',
      HEADER + first + END + HEADER + second + third + END,
      ['END_INSIDE@3', 'HEADER_INSIDE@4'],
    ],
    ['a missing comma', HEADER + first.replace(',\n', '\n') + second + third + END, ['REWRITTEN@2']],
    ['a comma too many', HEADER + first.replace(',\n', ',,\n') + second + third + END, ['REWRITTEN@2']],
    ['events run together', HEADER + first.trim() + second + third + END, ['REWRITTEN@2', 'REWRITTEN@2']],
    ['an empty line', `${HEADER + first}\n${second}${third}${END}`, ['EMPTY_LINE@3']],
    ['a bracket alone', `${HEADER + first}]\n${second}${third}${END}`, ['EMPTY_LINE@3']],
    ['zeros between lines', `${HEADER + first}\0\0\0\n${second}${third}${END}`, ['NUL@3']],
    ['zeros at the end', whole + '\0'.repeat(40), ['NUL@6']],
    ['an event twice', HEADER + first + second + first + third + END, ['REPEATED_ID@4']],
    [
      'a document on one line',
      JSON.stringify(document),
      ['OTHER_LAYOUT@1', 'REWRITTEN@1', 'REWRITTEN@1', 'REWRITTEN@1', 'OTHER_LAYOUT@1'],
    ],
  ])('by %s', (_, text, steps) => {
    expect(mended(text)).toBe(whole);
    expect(stepsOf(text)).toEqual(steps);
    expect(restsOf(text)).toEqual([]);
  });

  test.each([2, '\t', 40])('by an editor that lays the document out (%j)', (indent) => {
    const all = historyText(aMixedHistory());
    for (const text of [
      JSON.stringify(JSON.parse(all), null, indent),
      `\ufeff${JSON.stringify(JSON.parse(all), null, indent)}`.replaceAll('\n', '\r\n'),
    ]) {
      expect(mended(text)).toBe(all);
      expect(restsOf(text)).toEqual([]);
    }
  });

  test('by one event that was laid out among lines', () => {
    const [events, at] = [aMixedHistory(), 4];
    const lines = events.map(eventLine);
    lines[at] = `${JSON.stringify(events[at], null, 2)},\n`;
    expect(mended(HEADER + lines.join('') + END)).toBe(historyText(events));
  });

  test('by a merge of git that was left open: the events of both sides stay, what both have once', () => {
    const text = `${HEADER}${first}<<<<<<< HEAD\n${second}||||||| base\n${first}=======\n${third}${second}>>>>>>> other branch\n${END}`;
    expect(mended(text)).toBe(whole);
    expect(stepsOf(text)).toEqual([
      'CONFLICT_MARK@3',
      'CONFLICT_MARK@5',
      'REPEATED_ID@6',
      'CONFLICT_MARK@7',
      'REPEATED_ID@9',
      'CONFLICT_MARK@10',
    ]);
  });
});

test('an event that ran into a mark of git is no part of the mark', () => {
  for (const mark of ['<<<<<<< HEAD', '||||||| base ', '>>>>>>> other']) {
    const text = `${HEADER}${mark}${first}${second}${third}${END}`;
    expect(mended(text)).toBe(whole);
    expect(restsOf(text)).toEqual([mark.trim()]);
  }
});

describe('what cannot be read is put aside byte for byte, and costs no other event', () => {
  test('half a line', () => {
    const text = `${HEADER + first + second.slice(0, 90)}\n${third}${END}`;
    expect(salvaged(text).entries.map(({ id }) => id)).toEqual(idsOf([anAnswer(1), anAnswer(3)]));
    expect(restsOf(text)).toEqual([second.slice(0, 90)]);
    expect(stepsOf(text)).toEqual(['UNREADABLE@3']);
  });

  test('a torn tail', () => {
    const text = HEADER + first + second + third.slice(0, 40);
    expect(restsOf(text)).toEqual([third.slice(0, 40)]);
    expect(stepsOf(text)).toEqual(['TORN_TAIL@4', 'NO_END_LINE@5']);
  });

  test.each([
    ['before', 'x"{', ''],
    ['behind', '', '\\"}]x{"a":'],
    ['around', '{"id":"half","note":"cut off he', '{"id":"next",'],
  ])('garbage %s an event on its line', (_, before, behind) => {
    const text = `${HEADER + before + first.trimEnd().slice(0, -1) + behind}\n${second}${third}${END}`;
    expect(mended(text)).toBe(whole);
    expect(restsOf(text)).toEqual([before, behind].filter(Boolean).map((rest) => rest.replace(/,$/, '')));
  });

  test('bytes that are no UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from(HEADER + first),
      Buffer.from(second.replace('"mode"', '"note":"\u00ff","mode"'), 'latin1'),
      Buffer.from(third + END),
    ]);
    const [rest] = salvaged(bytes).rests;
    expect(rest?.bytes.includes(0xff)).toBe(true);
    expect(bytes.includes(rest?.bytes as Buffer)).toBe(true);
    expect(salvaged(bytes).entries).toHaveLength(2);
  });

  test('an event that lacks what its type is about, with the name of the field', () => {
    const star = eventLine({ ...anAnswer(7), type: 'starred', item: 'b/a' } as never);
    const answer = eventLine(anAnswer(8, { right: 1 }));
    const text = HEADER + first + star + answer + END;
    expect(salvaged(text)).toMatchObject({
      entries: [{ id: anAnswer(1).id }],
      steps: [
        { code: 'NOT_AN_EVENT', line: 3, about: 'on' },
        { code: 'NOT_AN_EVENT', line: 4, about: 'right' },
      ],
    });
    expect(restsOf(text)).toEqual([star, answer.trimEnd().slice(0, -1)]);
  });
});

test('a field that says nothing is left out, and the event stays and is put aside as it was written', () => {
  const line = eventLine(anAnswer(1, { ms: 'slow', mood: { on: 1 } }));
  expect(mended(HEADER + line + second + END)).toBe(
    HEADER + eventLine(anAnswer(1, { mood: { on: 1 } })) + second + END,
  );
  expect(salvaged(HEADER + line + END).steps).toEqual([{ code: 'FIELD_LEFT_OUT', line: 2, about: 'ms' }]);
  expect(restsOf(HEADER + line + END)).toEqual([line]);
});

describe('two contents under one id', () => {
  const other = first.replace('"good"', '"easy"');
  const text = HEADER + first + second + other + END;

  test('are both kept: the later one under an id of its own, and taken back', () => {
    const { entries, steps } = salvaged(text);
    const events = entries.map((entry) => JSON.parse(entry.text) as Record<string, unknown>);
    expect(steps).toEqual([{ code: 'ID_CONFLICT', line: 4, about: anAnswer(1).id }]);
    expect(events).toMatchObject([
      { id: anAnswer(1).id, rating: 'good' },
      { id: anAnswer(2).id },
      { type: 'answered', rating: 'easy', item: 'b/i1' },
      { type: 'voided', target: events[2]?.id, at: anAnswer(1).at, device: 'k3f9' },
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(4);
    expect(events[2]?.id).toMatch(/^01980000-0000-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('that come back after a repair add nothing', () => {
    const again = mended(text).replace(END, other + END);
    expect(mended(again)).toBe(mended(text));
  });

  test('are found across files: the one that is read first keeps the id', () => {
    const elsewhere = new Map([[anAnswer(1).id, other.slice(0, -2)]]);
    const found = salvage(Buffer.from(HEADER + first + second + END), elsewhere) as Salvaged;
    expect(found.steps).toEqual([{ code: 'ID_CONFLICT', line: 2, about: anAnswer(1).id }]);
    expect(found.entries.map(({ id }) => id)).not.toContain(anAnswer(1).id);
    const same = new Map([[anAnswer(1).id, first.slice(0, -2)]]);
    expect((salvage(Buffer.from(HEADER + first + END), same) as Salvaged).steps).toEqual([]);
  });
});

describe('what is looked for inside other objects', () => {
  const unknown = eventLine({ ...anAnswer(5), type: 'imported-set', of: [anAnswer(1)] } as never);

  test('an event of an unknown type may hold what it likes', () => {
    const broken = unknown.replace(',\n', '\n');
    expect(mended(HEADER + broken + END)).toBe(HEADER + unknown + END);
  });

  test('an answer holds no event: others ran into it', () => {
    const into = `${JSON.stringify({ ...anAnswer(5), draft: [anAnswer(1), anAnswer(2)] })}\n`;
    expect(salvaged(HEADER + into + END).entries.map(({ id }) => id)).toEqual(idsOf(answers(1, 2)));
  });

  test('an object of another kind gives its events, and the rest of it is put aside', () => {
    const text = `${HEADER}{"saved":"by hand","list":[${first.slice(0, -2)}]}\n${second}${third}${END}`;
    expect(mended(text)).toBe(whole);
    expect(restsOf(text)).toEqual(['{"saved":"by hand","list":[']);
  });
});

describe('what is no history of this program', () => {
  test.each([
    'my shopping list\n',
    '{"cards":[]}',
    '\0\0\0\0',
    ' \n',
    '[{"id":"1","at":"2026-01-01T00:00:00Z","type":"note"}]',
  ])('is left alone (%j)', (text) => {
    expect(salvage(Buffer.from(text))).toEqual({ kind: 'foreign' });
  });

  test('one of a newer program is too, in whatever layout and encoding', () => {
    const newer = whole.replace('"version":1', '"version":2');
    const laidOut = JSON.stringify(JSON.parse(newer), null, 2);
    for (const text of [Buffer.from(newer), Buffer.from(laidOut), Buffer.from(`\ufeff${laidOut}`, 'utf16le')])
      expect(salvage(text)).toEqual({ kind: 'newer' });
  });

  test('events without a first line and an end mark are one', () => {
    expect(salvage(Buffer.from(first))).toMatchObject({ kind: 'history', entries: [{ id: anAnswer(1).id }] });
  });
});
