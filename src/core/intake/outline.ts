import { isHeading, type Level, levelMark, type OutlineLine, splitInline } from './outline-marks.ts';
import { tidyLine } from './tidy.ts';

/** A heading of a training text or an outline, with what stands under it before the next. */
export interface OutlineTopic {
  /** Without its number. */
  readonly title: string;
  /** The line of the text it stands on, from 1. */
  readonly line: number;
  /** Paragraphs under the heading, an empty line between them. */
  readonly notes: string;
  readonly topics: readonly OutlineTopic[];
}

interface Open {
  readonly title: string;
  readonly line: number;
  readonly level: Level;
  value: number;
  readonly notes: string[];
  readonly topics: Open[];
}

/**
 * The tree of headings of a text. A kind of number (`第一章`, `一、`, `(一)`, `1.1`, `#`) that is open already goes on
 * at its level; one that is new opens a level below; a number that does not go on where its kind stopped is a line of
 * the text, like everything that is a sentence. `lines` are those that belong to no question, in order.
 */
export function outlineOf(lines: readonly OutlineLine[]): OutlineTopic[] {
  const top: Open[] = [];
  const open: Open[] = [];
  for (const { line, text } of lines.flatMap(splitInline)) {
    if (ENTRY.test(text)) continue;
    const mark = levelMark(text);
    const title = mark ? tidyLine(text.slice(mark.end)).replace(/[*#\s]+$|^[*\s]+/g, '') : '';
    const at = mark && isHeading(title) ? placeOf(open, mark.level, mark.value) : -1;
    if (mark === null || at < 0) {
      const body = text.trim();
      if (body !== '') open.at(-1)?.notes.push(body);
      continue;
    }
    open.length = at;
    const topic: Open = { title, line, level: mark.level, value: mark.value, notes: [], topics: [] };
    (open.at(-1)?.topics ?? top).push(topic);
    open.push(topic);
  }
  return asParents(top).map(closed);
}

/** A line of a table of contents, and a label that says what its list is. */
const ENTRY = /(?:[.…·]{3,}|\t)[ ]?\d{1,4}[ ]*$|^\s*(?:培训|教学|考核|鉴定|学习)(?:要求|内容|目标|要点)[:：]\s*$/;

/** How many of the open headings stay above one of this level and number; -1 where it is out of turn. */
function placeOf(open: readonly Open[], level: Level, value: number): number {
  const same = open.findLastIndex((each) => each.level === level);
  if (same >= 0) {
    const last = open[same]?.value ?? 0;
    // A new document in the same file begins again; a number may be skipped, as papers have it.
    return value === last + 1 || value === last + 2 || value === 1 || level.startsWith('#') ? same : -1;
  }
  const below = open.findIndex((each) => RANK(each.level) > RANK(level));
  if (below >= 0 && RANK(level) <= CHAPTERS) return below;
  return value <= 1 || level.startsWith('#') || open.length === 0 ? open.length : -1;
}

/** Parts and chapters stand above all that is not numbered by words. */
const CHAPTERS = 3;
const RANK = (level: Level): number => ({ part: 1, chapter: 2, section: 3 })[level as 'part'] ?? 4 + level.length;

/** Headings that hold nothing and head nothing are a table of contents, when the same titles come again. */
function asParents(topics: readonly Open[]): Open[] {
  const filled = new Set<string>();
  const walk = (each: Open): void => {
    if (each.notes.length > 0 || each.topics.length > 0) filled.add(each.title);
    each.topics.forEach(walk);
  };
  topics.forEach(walk);
  return topics.filter((each) => each.notes.length > 0 || each.topics.length > 0 || !filled.has(each.title));
}

const closed = ({ title, line, notes, topics }: Open): OutlineTopic => ({
  title,
  line,
  notes: notes.join('\n\n'),
  topics: topics.map(closed),
});
