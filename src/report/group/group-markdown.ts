import { LEAST_LEARNERS, LEAST_REST } from '../../core/analysis/discrimination.ts';
import type { GroupSummary, LearnerRow, Studied } from '../../core/analysis/group/group.ts';
import { type GroupItem, keySuspects, neverRight } from '../../core/analysis/group/items.ts';
import type { GroupTopic } from '../../core/analysis/group/topics.ts';
import { type Day, formatDay } from '../../core/day.ts';
import { escapeMarkdown, markdownTable, type Side } from '../markdown-text.ts';
import { fallOf } from '../mistakes.ts';
import { shortened } from '../one-line.ts';
import { durationOf, marksOf, percentOf } from '../quantities.ts';
import type { GroupColumn, GroupHeading, GroupWords } from './group-words.ts';

/** Rows that a table of questions has on a page for people; the other formats have them all. */
export const ITEMS_SHOWN = 30;
/** With more learners the columns of a table are headed by their numbers. */
export const NAMES_ACROSS = 8;

/** A page for people: who the learners are, what they do not know, and which questions do not measure it well. */
export function renderGroupMarkdown(summary: GroupSummary, words: GroupWords): string {
  const page = [`# ${words.title}`, ...frameOf(summary, words), ...partsOf(summary, words)];
  return `${page.join('\n\n')}\n`;
}

function frameOf({ filter, today }: GroupSummary, words: GroupWords): string[] {
  const { since, until, banks } = filter;
  const period = words.period(dayOrNull(since), dayOrNull(until), formatDay(today));
  return banks === null ? [period] : [period, words.onlyBanks(banks.map(escapeMarkdown).join(', '))];
}

function partsOf(summary: GroupSummary, words: GroupWords): string[] {
  const { learners, total, topics, items } = summary;
  const part = <T>(heading: GroupHeading, rows: readonly T[], columns: readonly Column<T>[]): string[] =>
    rows.length === 0 ? [] : [`## ${words.headings[heading]}`, tableOf(rows, columns)];
  const people = [...learners.map((row, n) => ({ row, number: `${n + 1}` })), { row: total, number: '' }];
  const columns = itemColumns(words);
  const questions = (heading: GroupHeading, all: readonly GroupItem[]): string[] => {
    const hidden = all.length - ITEMS_SHOWN;
    return [...part(heading, all.slice(0, ITEMS_SHOWN), columns), ...(hidden > 0 ? [words.more(hidden)] : [])];
  };
  return [
    ...part('learners', people, learnerColumns(words)),
    ...(total.answered === 0 ? [words.nothingAnswered] : []),
    ...part('topics', topics, topicColumns(summary, words)),
    ...questions('items', items),
    ...questions('neverRight', neverRight(items)),
    ...questions('suspects', keySuspects(items)),
    ...(total.answered === 0 ? [] : [`## ${words.headings.method}`, methodOf(words)]),
  ];
}

const methodOf = (words: GroupWords): string =>
  words
    .method(LEAST_LEARNERS, LEAST_REST)
    .map((sentence) => `- ${sentence}`)
    .join('\n');

interface Column<T> {
  readonly title: string;
  readonly side: Side;
  readonly cell: (row: T) => string | number;
}

const tableOf = <T>(rows: readonly T[], columns: readonly Column<T>[]): string =>
  markdownTable(
    columns.map(({ title }) => title),
    columns.map(({ side }) => side),
    rows.map((row) => columns.map(({ cell }) => String(cell(row)))),
  );

/** Columns of one table, by what they are called. */
function columnsIn<T>(words: GroupWords) {
  const column = (side: Side) => (name: GroupColumn, cell: Column<T>['cell']) => ({
    title: words.columns[name],
    side,
    cell,
  });
  return { left: column('left'), right: column('right') };
}

interface Person {
  readonly row: LearnerRow | Studied;
  readonly number: string;
}

function learnerColumns(words: GroupWords): Column<Person>[] {
  const { left, right } = columnsIn<Person>(words);
  const isOne = (row: Person['row']): row is LearnerRow => 'name' in row;
  return [
    right('number', ({ number }) => number),
    left('learner', ({ row }) => (isOne(row) ? escapeMarkdown(row.name) : words.all)),
    left('file', ({ row }) => (isOne(row) ? row.paths.map(escapeMarkdown).join(', ') : '')),
    right('answered', ({ row }) => row.answered),
    right('right', ({ row }) => row.right),
    right('share', ({ row }) => percentOf(row.shareRight)),
    right('marks', ({ row }) => marksOf(row.markHundredths, row.ofHundredths)),
    right('time', ({ row }) => durationOf(row.ms, words.duration)),
    left('lastDay', ({ row }) => dayOrNull(row.lastOn) ?? NONE),
    right('studyDays', ({ row }) => row.studyDays),
  ];
}

function topicColumns({ learners, banks }: GroupSummary, words: GroupWords): Column<GroupTopic>[] {
  const { left, right } = columnsIn<GroupTopic>(words);
  const isWide = learners.length > NAMES_ACROSS;
  const titleOf = (bank: string) => escapeMarkdown(banks.find(({ id }) => id === bank)?.title || bank);
  return [
    left('bank', ({ bank }) => titleOf(bank)),
    left('topic', ({ path, title }) => (path === '' ? words.noTopic : escapeMarkdown(title))),
    right('learners', (row) => row.learners),
    right('answered', ({ answered }) => answered),
    right('meanShare', ({ meanShare }) => percentOf(meanShare)),
    ...learners.map(
      ({ name }, n): Column<GroupTopic> => ({
        title: isWide ? String(n + 1) : escapeMarkdown(name),
        side: 'right',
        cell: ({ each }) => shareOf(each[n] ?? null),
      }),
    ),
  ];
}

/** `67% (12)`: the share that was right, of how many answers. */
const shareOf = (tally: GroupTopic['each'][number]): string =>
  tally === null ? NONE : `${percentOf(tally.shareRight)} (${tally.answered})`;

function itemColumns(words: GroupWords): Column<GroupItem>[] {
  const { left, right } = columnsIn<GroupItem>(words);
  return [
    left('question', ({ stem, ref }) => escapeMarkdown(stem === '' ? ref : `${stem} (${ref})`)),
    right('learners', ({ learners }) => learners),
    right('firstRight', (item) => item.right),
    right('facility', facilityOf),
    right('discrimination', ({ discrimination }) =>
      discrimination.kind === 'known' ? signed(discrimination.r) : NONE,
    ),
    left('mostChosen', ({ choices }) => (choices.most ? escapeMarkdown(fallOf(choices.most, words)) : NONE)),
    left('unchosen', ({ choices }) => unchosenOf(choices.unchosen, words)),
  ];
}

/** `40% (17%–69%)`. */
const facilityOf = ({ facility, interval }: GroupItem): string =>
  `${percentOf(facility)} (${percentOf(interval.low)}–${percentOf(interval.high)})`;

const signed = (r: number): string => r.toFixed(2).replace('-', '−');

const unchosenOf = (options: GroupItem['choices']['unchosen'], words: GroupWords): string =>
  options && options.length > 0
    ? options.map(({ letter, text }) => escapeMarkdown(`${letter} ${shortened(text, OPTION_LENGTH)}`)).join(words.and)
    : NONE;

/** Characters of an option that are enough to know it again. */
const OPTION_LENGTH = 24;

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day));

const NONE = '–';
