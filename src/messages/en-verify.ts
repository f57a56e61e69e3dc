import type { OddityCode, Wanted } from '../core/history/verify/finding.ts';
import { en } from './en.ts';
import { enReasons } from './en-backups.ts';
import type { Widened } from './messages.ts';
import type { zhVerify } from './zh-verify.ts';

const HEADER = '{"format":"quiz-history","version":1,"events":[';
const END = '{"type":"end"}]}';
const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const wanted: Record<Wanted, string> = {
  text: 'a text',
  number: 'a number',
  truth: 'true or false',
  rating: 'again, hard, good or easy',
  object: 'an object',
  list: 'a list',
  texts: 'a list of texts',
  numbers: 'a list of numbers',
  answers: 'a list of answers',
  banks: 'a list of banks, each with an id',
  form: 'a list of questions, each with an item',
};

const rights: Record<string, string> = {
  BYTE_ORDER_MARK: 'The file should begin with {.',
  CRLF: 'Lines should end in LF.',
  WRONG_HEADER: `The first line should be ${HEADER}`,
  CONFLICT_MARK: 'The marks should go, and the events of both sides stay.',
  END_INSIDE: `${END} should be the last line only.`,
  NO_END_LINE: `The last line should be ${END}`,
  NOT_CLOSED: 'Each event should end in },',
  NUL: 'There should be no NUL in an event.',
  NOT_UTF8: 'It should be saved as UTF-8.',
  NOT_JSON: 'Each line should be one event as JSON that ends in },',
  NOT_AN_EVENT:
    'An event should have an id, a type and a time with an offset as at; an answer also session, mode, item, right, rating.',
  TORN_TAIL: 'The next opening mends it by itself, and so does `quiz history repair`.',
  UTF16: 'It should be saved as UTF-8.',
  OTHER_LAYOUT: 'Each event should stand on a line of its own.',
  NOT_A_HISTORY: `A history should begin with ${HEADER}`,
  ID_CONFLICT: 'An id should have one event.',
};

export const enVerify: Widened<typeof zhVerify> = {
  whole: en.history.whole,
  empty: en.history.empty,
  damaged: (faults, events) =>
    `Damaged: ${count(faults, 'fault')}; ${count(events, 'other event')} ${events === 1 ? 'is' : 'are'} whole.`,
  newer: (path) => `${path} was written by a newer quiz; it was checked as far as this one knows.`,
  span: (first, last) => `From ${first} to ${last}`,
  counts: (sessions, answers, items, size) =>
    `${count(sessions, 'session')}, ${count(answers, 'answer')} to ${count(items, 'question')}, ${size}`,
  devices: (names) => `Devices: ${names.join(', ')}`,
  noDevice: '(not said)',
  backups: (n, newest, reason) =>
    newest === null
      ? 'No backup yet.'
      : `Backups: ${n}, the newest of ${newest} (${enReasons[reason ?? ''] ?? reason})`,
  line: (line, what) =>
    line.includes('–') ? `Lines ${line} are damaged: ${what}.` : `${en.history.damagedLine(line, what)}.`,
  gap: ' ',
  what: ({ code, about, first }) => {
    switch (code) {
      case 'TORN_TAIL':
        return about === '0'
          ? 'the end mark is missing'
          : `${about === '1' ? 'the last byte was' : `the last ${about} bytes were`} cut short (power cut or full disk)`;
      case 'UTF16':
        return 'the file was saved as UTF-16';
      case 'OTHER_LAYOUT':
        return 'the file was laid out anew';
      case 'NOT_A_HISTORY':
        return 'this is no history of quiz';
      case 'MISSING_FIELD':
        return `${about} is missing`;
      case 'WRONG_FIELD':
        return `${about} is not what it should be`;
      case 'ID_CONFLICT':
        return `the id ${about} stood in line ${first?.line ?? '?'} already, with other content`;
      default:
        return en.history.reasons[code] ?? code;
    }
  },
  right: ({ code, about, wanted: kind }) => (kind ? `${about} should be ${wanted[kind]}.` : (rights[code] ?? '')),
  oddTitle: 'Odd, but no damage:',
  odd: (code: OddityCode, n, about) => {
    switch (code) {
      case 'REPEATED_ID':
        return `${count(n, 'event')} that stood before with the same content, counted once`;
      case 'UNKNOWN_TYPE':
        return `${count(n, 'event')} of an unknown kind (${about}), kept as ${n === 1 ? 'it is' : 'they are'}`;
      case 'OUT_OF_ORDER':
        return `${count(n, 'line')} dated before the line above, as after a merge: put in order when read`;
      case 'DATED_AHEAD':
        return `${count(n, 'event')} dated in the future: the clock was wrong then`;
      case 'ODD_OFFSET':
        return `${count(n, 'event')} with an offset from UTC outside -12 to +14`;
      case 'ID_TIME':
        return `${count(n, 'event')} whose id and time are more than an hour apart`;
      case 'CLOCK_BACK':
        return `${count(n, 'time')} the clock went back by more than a minute within a session`;
      case 'VOIDS_NOTHING':
        return count(n, 'event that takes back what is not there', 'events that take back what is not there');
      case 'CAUSE_OF_NOTHING':
        return `${count(n, 'cause')} of answers that are not there`;
      case 'NOT_STARTED':
        return `${count(n, 'event')} of sessions whose beginning is not there`;
      case 'NOT_ENDED':
        return `${count(n, 'session')} without an end (broken off, or still going on)`;
      case 'AFTER_END':
        return `${count(n, 'answer')} given after the session had ended`;
      case 'NOT_IN_FORM':
        return `${count(n, 'answer')} to questions that the exam does not ask`;
    }
  },
  places: (places, isMore) => ` (${places.length > 1 ? 'lines' : 'line'} ${places.join(', ')}${isMore ? ' …' : ''})`,
  more: (n) => `… and ${n} more; --json lists them all`,
  memoryAgrees: 'Memories recomputed: as kept.',
  foldsPart: (n, some) =>
    `The recomputed memories differ from the cache in ${count(n, 'place')} (${some}). The answers are right; the cache was dropped and is made anew at the next start. This is a fault of quiz: please report it.`,
  readingsPart: (place) =>
    `Line ${place}: the fast reading and the full one differ. The history is right; this is a fault of quiz: please report it.`,
  next: '`quiz history repair --dry-run` shows how it would be mended, `quiz history repair` mends it.',
  nextFile:
    'To get a whole history back: `quiz history backups` lists the backups, `quiz history restore NAME` restores one.',
  noFile: (path) => `There is no file ${path}.`,
  noFileHint: 'Without a file, your own history is checked.',
};
