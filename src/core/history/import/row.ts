import { type Day, type Instant, studyDayOf } from '../../day.ts';
import type { Rating } from '../../drill/rating.ts';
import { plainGrade, ratingIn, type Scale } from './grades.ts';
import type { ItemFault, ItemFinder } from './items.ts';
import { type Moment, type MomentFault, parseMoment } from './moments.ts';
import type { TableRow } from './table.ts';

export type RowFault =
  | ItemFault
  | MomentFault
  | 'IN_FUTURE'
  | 'NO_GRADE'
  | 'BAD_GRADE'
  | 'BAD_MS'
  | 'MORE_CELLS'
  | 'UNCLOSED_QUOTE'
  | 'NUL';

/** A row that is not brought in. */
export interface RefusedRow {
  readonly line: number;
  readonly lastLine: number;
  readonly reason: RowFault;
  /** The cell that it fails at. */
  readonly cell: string;
  /** Items that may be meant. */
  readonly names: readonly string[];
}

/** How rows are read. */
export interface RowReading {
  readonly scale: Scale | null;
  readonly items: ItemFinder;
  /** Minutes east of UTC that the learner's clock shows at an instant. */
  readonly offsetAt: (ms: number) => number;
  readonly today: Day;
}

export interface ReadRow {
  readonly kind: 'read';
  readonly ref: string;
  /** Names near an item that is not known; null for one that is. */
  readonly near: readonly string[] | null;
  readonly moment: Moment;
  readonly at: Instant;
  readonly rating: Rating;
  readonly ms: number | null;
}

export type RowRead = ReadRow | { readonly kind: 'refused'; readonly row: RefusedRow };

export function readRow(row: TableRow, { scale, items, offsetAt, today }: RowReading): RowRead {
  const refuse = (reason: RowFault, cell = '', names: readonly string[] = []): RowRead => {
    const { line, lastLine } = row;
    return { kind: 'refused', row: { line, lastLine, reason, cell, names } };
  };
  if (row.fault !== null) return refuse(row.fault);
  const item = items.find(row);
  if (item.kind === 'refused') return refuse(item.reason, row.item || row.card, item.names);
  const moment = parseMoment(row.date);
  if (typeof moment === 'string') return refuse(moment, row.date);
  const at = instantOf(moment, offsetAt);
  if (studyDayOf(at) > today) return refuse('IN_FUTURE', row.date);
  if (row.grade.trim() === '') return refuse('NO_GRADE');
  const rating = scale && ratingIn(scale, plainGrade(row.grade));
  if (rating === null) return refuse('BAD_GRADE', row.grade);
  const ms = durationOf(row.ms);
  if (Number.isNaN(ms)) return refuse('BAD_MS', row.ms);
  const near = item.kind === 'unknown' ? item.names : null;
  return { kind: 'read', ref: item.ref, near, moment, at, rating, ms };
}

/** Null where there is none; not a number where it is no duration. */
function durationOf(cell: string): number | null {
  const text = cell.trim();
  if (text === '') return null;
  return /^\d{1,10}(\.\d{1,9})?$/.test(text) ? Math.round(Number(text)) : Number.NaN;
}

/** A day alone is its noon: far from where the study day turns, on whatever side. */
function instantOf(moment: Moment, offsetAt: (ms: number) => number): Instant {
  if (moment.kind === 'instant') return { ms: moment.ms, offset: moment.offset ?? offsetAt(moment.ms) };
  const localMs = moment.kind === 'day' ? moment.day * DAY_MS + DAY_MS / 2 : moment.localMs;
  // Looked at twice, since the clock may be put forward or back between the first guess and the time that is meant.
  const guess = localMs - offsetAt(localMs) * 60_000;
  const offset = offsetAt(guess);
  return { ms: localMs - offset * 60_000, offset };
}

const DAY_MS = 86_400_000;
