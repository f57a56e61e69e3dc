import type { HistoryEvent } from '../../core/history/event.ts';
import { fieldFaults } from '../../core/history/verify/schema.ts';
import { parseLine } from '../event-line.ts';
import type { Finds, Part } from './finds.ts';
import { gapBetween } from './gaps.ts';
import { objectsIn } from './objects.ts';
import type { Source } from './source.ts';
import { onOneLine } from './tokens.ts';

/** Lines that are none of events, searched as one text: an event may be broken over several, or several stand on one. */
export function searchStretch(source: Source, { from, to, line }: Part, tornFrom: number, into: Finds): void {
  const before = into.steps.length;
  const lineOf = lineCounter(source.text, from, line);
  const between = (start: number, end: number): void => {
    const { rest, hasHeader } = gapBetween(source, start, end);
    if (hasHeader) into.header(lineOf(start), 'OTHER_LAYOUT');
    if (rest) into.aside({ ...rest, line: lineOf(rest.from) }, rest.from >= tornFrom ? 'TORN_TAIL' : 'UNREADABLE');
  };
  let last = from;
  for (const { start, end, kind } of objectsIn(source.text.slice(from, to))) {
    const part = { from: from + start, to: from + end };
    between(last, part.from);
    if (kind === 'end') into.end(lineOf(part.from), false);
    else readEvent(source, { ...part, line: lineOf(part.from) }, into);
    last = part.to;
  }
  between(last, to);
  if (into.steps.length === before) into.note('EMPTY_LINE', line);
}

function readEvent(source: Source, part: Part, into: Finds): void {
  const said = source.read(part.from, part.to);
  const text = said === null ? null : onOneLine(said);
  const event = text === null ? 'NOT_UTF8' : parseLine(`${text},\n`);
  if (text !== null && event === 'NOT_AN_EVENT') return into.aside(part, 'NOT_AN_EVENT', neededIn(text));
  if (text === null || typeof event === 'string') return into.aside(part, 'UNREADABLE');
  into.note('REWRITTEN', part.line);
  into.event(event, text, part);
}

/** Why it is no event, though it has an id, a time and a type. */
const neededIn = (text: string): string =>
  fieldFaults(JSON.parse(text) as HistoryEvent)
    .filter(({ isNeeded }) => isNeeded)
    .map(({ field }) => field)
    .join(', ');

/** The line of a place; places are asked for in their order. */
function lineCounter(text: string, from: number, line: number): (place: number) => number {
  const breakFrom = (at: number): number => text.indexOf('\n', at) + 1 || Number.POSITIVE_INFINITY;
  let current = line;
  let next = breakFrom(from);
  return (place) => {
    for (; next <= place; next = breakFrom(next)) current++;
    return current;
  };
}
