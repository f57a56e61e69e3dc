import { csvRecords } from './records.ts';

/** What is read of a table. `card` stands for an item by its number in a review log. */
export const COLUMNS = ['item', 'bank', 'card', 'date', 'time', 'grade', 'ms'] as const;
export type Column = (typeof COLUMNS)[number];

const NEEDED = ['item', 'date', 'grade'] as const;
export type Needed = (typeof NEEDED)[number];

export interface Header {
  readonly kind: 'header';
  readonly separator: string;
  /** The line that it stands on, from 1. */
  readonly line: number;
  readonly width: number;
  readonly at: ReadonlyMap<Column, number>;
  /** The grade's column is one that always holds 1 to 4. */
  readonly isRevlog: boolean;
  /** Names of columns that are not read. */
  readonly unread: readonly string[];
}

export type HeaderFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'missing'; readonly columns: readonly Needed[]; readonly found: readonly string[] }
  | { readonly kind: 'repeated'; readonly names: readonly string[] };

/** Finds the separator by the names that it yields, and what stands in which column. */
export function readHeader(text: string): Header | HeaderFault {
  const first = firstRecord(text);
  if (first === null) return { kind: 'empty' };
  const readings = (first.separators ?? SEPARATORS).map((separator) => {
    const record = [...take(csvRecords(first.text, separator), 1)][0];
    const names = (record?.cells ?? []).map((cell) => cell.trim());
    return { separator, names, columns: names.map(columnOf) };
  });
  const best = readings.reduce((a, b) => (known(b.columns) > known(a.columns) ? b : a));
  return headerOf(best, first.line);
}

type Reading = {
  readonly separator: string;
  readonly names: readonly string[];
  readonly columns: readonly (Column | null)[];
};

function headerOf({ separator, names, columns }: Reading, line: number): Header | HeaderFault {
  const at = new Map<Column, number>();
  for (const [index, column] of columns.entries()) {
    if (column === null) continue;
    const before = at.get(column);
    if (before !== undefined) return { kind: 'repeated', names: [names[before] ?? '', names[index] ?? ''] };
    at.set(column, index);
  }
  const missing = NEEDED.filter((column) => !isThere(at, column));
  if (missing.length > 0) return { kind: 'missing', columns: missing, found: names };
  const isRevlog = REVLOG_GRADES.has(plain(names[at.get('grade') as number] ?? ''));
  const unread = names.filter((name, index) => columns[index] === null && name !== '' && !PASSED_OVER.has(plain(name)));
  return { kind: 'header', separator, line, width: names.length, at, isRevlog, unread };
}

/** A card's number does for the item, and a column of times that has the day in it for the date. */
const isThere = (at: ReadonlyMap<Column, number>, column: Column): boolean =>
  at.has(column) || (column === 'item' && at.has('card')) || (column === 'date' && at.has('time'));

const SEPARATORS = [',', ';', '\t'];

/** Empty lines before it are passed over; a line `sep=;` names the separator, as Excel has it. */
function firstRecord(text: string) {
  let from = 0;
  let separators: string[] | undefined;
  for (let line = 1; from < text.length; line++) {
    const end = endOfLine(text, from);
    const content = text.slice(from, Math.min(end, from + LONGEST_MARK)).trim();
    const named = /^sep=([,;]|\t)?$/i.exec(text.slice(from, Math.min(end, from + LONGEST_MARK)));
    if (named) separators = [named[1] ?? '\t'];
    else if (content !== '') return { text: text.slice(from), line, separators };
    from = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return null;
}

const LONGEST_MARK = 64;

function endOfLine(text: string, from: number): number {
  const ends = [text.indexOf('\n', from), text.indexOf('\r', from)].filter((at) => at >= 0);
  return Math.min(text.length, ...ends);
}

function* take<T>(values: Iterable<T>, most: number): Generator<T> {
  let taken = 0;
  for (const value of values) {
    yield value;
    if (++taken === most) return;
  }
}

const known = (columns: readonly (Column | null)[]): number => columns.filter((column) => column !== null).length;

const columnOf = (name: string): Column | null => {
  const wanted = plain(name);
  return COLUMNS.find((column) => NAMES[column].includes(wanted)) ?? null;
};

/** Width, case, spaces, underscores and what stands in brackets aside. */
const plain = (name: string): string =>
  (name.length > LONGEST_NAME ? '' : name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*\)|[\s_-]/g, '');

const LONGEST_NAME = 40;

/** As `plain` makes them. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  item: ['item', 'itemid', 'id', 'ref', 'question', 'stem', '题目', '题号', '题目编号', '编号', '题干', '试题'],
  bank: ['bank', 'bankid', '题库', '题库编号'],
  card: ['cardid', '卡片编号'],
  date: ['date', 'day', 'reviewdate', '日期', '答题日期', '复习日期', '学习日期'],
  time: ['time', 'datetime', 'timestamp', 'at', 'reviewtime', 'reviewedat', '时间', '日期时间', '答题时间', '复习时间'],
  grade: ['grade', 'rating', 'reviewrating', 'ease', 'result', '评分', '评级', '等级', '结果', '对错', '是否正确'],
  ms: ['ms', 'durationms', 'reviewduration', '毫秒', '用时毫秒'],
};

/** Of a review log and of Anki: 1 to 4, whatever values happen to stand there. */
const REVLOG_GRADES: ReadonlySet<string> = new Set(['reviewrating', 'ease']);
/** Columns that follow from the others. */
const PASSED_OVER: ReadonlySet<string> = new Set(['reviewstate']);
