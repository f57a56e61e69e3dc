import { expect, test } from 'vitest';
import { eventLine } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { salvage } from '../../src/store/salvage/salvage.ts';
import { anAnswer } from './history-support.ts';

/** Of each text; `QUIZ_DAMAGE` makes it ten megabytes. */
const MEGABYTES = process.env.QUIZ_DAMAGE ? 10 : 0.5;
const SIZE = MEGABYTES * 1024 * 1024;
const line = eventLine(anAnswer(1));
const WRAPPED = '{"id":"x","at":"2026-11-22T21:05:13.120+08:00","type":"answered","x":';

const times = (text: string): string => text.repeat(Math.ceil(SIZE / text.length));
const nested = (text: string): string => `${times(text)}1${'}'.repeat(Math.ceil(SIZE / text.length))}`;

test.each([
  ['objects that are never closed', times('{"id":')],
  ['lists that are never closed', times('[')],
  ['lists in an object', `{"a":${times('[')}`],
  ['braces', times('{')],
  ['braces and quotes', times('{"')],
  ['braces in keys', times('{"a{":')],
  ['escaped quotes', times('{"a\\"{":"')],
  ['a number', `{"a":${times('1')}x`],
  ['backslashes', `{"a":"${times('\\')}`],
  ['objects within objects', nested('{"a":')],
  ['events within events', nested(WRAPPED)],
  ['events of an unknown type within one another', nested(WRAPPED.replace('answered', 'dreamt'))],
  ['half events, line by line', times('{"a\n')],
  ['lines that look like events', times(`{"${'x'.repeat(50)}"},\n`)],
  ['nothing but line breaks', times('\n')],
  ['nothing but zeros', times('\0')],
  ['nothing but spaces behind a brace', times('{ ')],
  ['marks of git, each with something between', times('x\n=======\n')],
  ['headers', times(HEADER)],
  ['end marks', times(END)],
  ['the same event', times(line)],
  ['events on one line', times(line.trimEnd())],
  ['events with garbage between, and zeros behind', `${times(`x${line.trimEnd()}`)}${times('\0')}`],
  ['half a document', times('{"format":"quiz-history","version":1,')],
])(
  `${MEGABYTES} MB of %s are searched within seconds`,
  (_, text) => {
    const began = process.cpuUsage();
    salvage(Buffer.from(HEADER + text));
    const { user, system } = process.cpuUsage(began);
    // Some three times the slowest of them, by the processor's own time: others may use the machine too.
    expect((user + system) / 1000).toBeLessThan(1_500 * MEGABYTES);
  },
  60_000,
);
