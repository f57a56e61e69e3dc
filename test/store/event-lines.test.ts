import { describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../../src/core/history/event.ts';
import { eventLine, parseLine } from '../../src/store/event-line.ts';
import { eventsWith, gathered } from '../../src/store/event-lines.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { anAnswer, answers, idsOf, textOf } from './history-support.ts';

const reasonOf = (line: string) => {
  const parsed = parseLine(line);
  return typeof parsed === 'string' ? parsed : null;
};

describe('a line', () => {
  const line = eventLine(anAnswer(1, { note: '"rating":"easy" {x} \\ 🙂', later: { deep: [1] } }));

  test('gives back the event it was made of, unknown fields too', () => {
    expect(parseLine(line)).toEqual(anAnswer(1, { note: '"rating":"easy" {x} \\ 🙂', later: { deep: [1] } }));
  });

  test.each([
    ['CRLF', line.replace('\n', '\r\n')],
    ['NUL', line.replace('k3f9', '\0\0\0\0')],
    ['NO_END_LINE', line.slice(0, -1)],
    ['NOT_CLOSED', line.replace(',\n', '\n')],
    ['NOT_JSON', line.slice(9)],
    ['NOT_JSON', '\n'],
    ['NOT_JSON', line.replace(',\n', '},\n')],
    ['END_INSIDE', '{"type":"end"}]}\n'],
    ['CONFLICT_MARK', '<<<<<<< ours\n'],
    ['CONFLICT_MARK', '=======\n'],
    ['NOT_AN_EVENT', '{"type":"answered"},\n'],
    ['NOT_AN_EVENT', eventLine(anAnswer(1, { at: '2026-11-22T21:05:13' }))],
    ['NOT_AN_EVENT', eventLine(anAnswer(1, { rating: 'splendid' }))],
    ['NOT_AN_EVENT', eventLine(anAnswer(1, { right: 1 }))],
  ])('is named %s', (reason, damaged) => {
    expect(reasonOf(damaged)).toBe(reason);
  });
});

describe('lines with a word', () => {
  const text = textOf([...answers(1, 3), anAnswer(4, { mode: 'practice' }), anAnswer(5, { note: '练习' })]);
  const bytes = Buffer.from(text.slice(HEADER.length, -END.length));
  const idsWith = (...words: string[]): string[] => {
    const into = gathered<HistoryEvent>();
    eventsWith(words)(bytes, into);
    return into.events.map(({ id }) => id);
  };

  test('are those that hold it, each once, in their order', () => {
    expect(idsWith('"practice"')).toEqual(idsOf([anAnswer(4)]));
    expect(idsWith('练习', '"practice"', '"mode":"practice"')).toEqual(idsOf([anAnswer(4), anAnswer(5)]));
    expect(idsWith('"answered"', '"id"')).toEqual(idsOf(answers(1, 5)));
    expect(idsWith('"exam"')).toEqual([]);
    expect(idsWith()).toEqual([]);
  });
});
