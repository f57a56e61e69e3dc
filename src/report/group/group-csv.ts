import { bankOfRef } from '../../core/analysis/counted.ts';
import type { Fall } from '../../core/analysis/fell-for.ts';
import type { GroupSummary, Studied } from '../../core/analysis/group/group.ts';
import type { GroupItem } from '../../core/analysis/group/items.ts';
import type { GroupTopic } from '../../core/analysis/group/topics.ts';
import type { Tally } from '../../core/analysis/tally.ts';
import { formatDay } from '../../core/day.ts';
import { formatPoints } from '../../core/grading/mark.ts';
import { csvText } from '../csv-text.ts';
import type { GroupWords } from './group-words.ts';

/**
 * One flat table, as of the results of one learner: what a row is of stands in `kind`, what doesn't apply to a row is
 * empty. The order of the columns and all codes are the same in every language; new columns are only ever added at the end.
 */
export const GROUP_CSV_COLUMNS = [
  /** learner, all, topic, topic-learner or item. */
  'kind',
  'learner',
  'bank',
  /** The topic's path, or the question's `bank/item`. */
  'name',
  'title',
  /** Learners who answered it. */
  'learners',
  'answered',
  'questions',
  /** Of an item: learners whose first answer was right. */
  'right',
  /** Right answers by answers, 0 to 1; of a topic the mean of the learners' shares; of an item the share of right first answers. */
  'share',
  /** The 95 % interval of that share. */
  'low',
  'high',
  'marks',
  'of',
  'seconds',
  'lastDay',
  'studyDays',
  'files',
  'discrimination',
  /** few-learners or all-alike, where there is none. */
  'discriminationNote',
  'discriminationLearners',
  /** Of the wrong answer that most gave first: its letters, `!C` for a C of the key that was left out, true or false; a typed text stands in the next column. */
  'mostChosen',
  'mostChosenText',
  'mostChosenBy',
  /** Letters of wrong options in no answer. */
  'unchosen',
  /** Learners with any right answer. */
  'everRight',
  'otherVersions',
] as const;
export type GroupCsvColumn = (typeof GROUP_CSV_COLUMNS)[number];

type Row = Partial<Record<GroupCsvColumn, string | number | null>>;

/** UTF-8 with a byte order mark, which spreadsheets need to see that it is UTF-8. */
export function renderGroupCsv(summary: GroupSummary, words: GroupWords): string {
  const header = GROUP_CSV_COLUMNS.map((column) => words.csvColumns[column]);
  const rows = rowsOf(summary, words).map((row) => GROUP_CSV_COLUMNS.map((column) => row[column] ?? ''));
  return `\uFEFF${csvText([header, ...rows])}`;
}

function rowsOf({ learners, total, topics, items }: GroupSummary, words: GroupWords): Row[] {
  return [
    ...learners.map((row) => {
      const files = row.paths.join(' ');
      return { kind: 'learner', learner: row.name, files, ...studiedCells(row) };
    }),
    { kind: 'all', title: words.all, learners: learners.length, ...studiedCells(total) },
    ...topics.map((row) => ({ kind: 'topic', ...topicCells(row, words), ...meanCells(row) })),
    ...topics.flatMap((topic) =>
      topic.each.flatMap((tally, n): Row[] =>
        tally === null
          ? []
          : [
              {
                kind: 'topic-learner',
                learner: learners[n]?.name ?? '',
                ...topicCells(topic, words),
                ...tallyCells(tally),
              },
            ],
      ),
    ),
    ...items.map(itemCells),
  ];
}

const studiedCells = (row: Studied): Row => ({
  ...tallyCells(row),
  lastDay: row.lastOn === null ? null : formatDay(row.lastOn),
  studyDays: row.studyDays,
});

const tallyCells = (tally: Tally): Row => ({
  answered: tally.answered,
  questions: tally.questions,
  right: tally.right,
  share: fourDecimals(tally.shareRight),
  marks: formatPoints(tally.markHundredths),
  of: formatPoints(tally.ofHundredths),
  seconds: tally.ms / 1000,
});

const topicCells = ({ bank, path, title }: GroupTopic, words: GroupWords): Row => ({
  bank,
  name: path,
  title: path === '' ? words.noTopic : title,
});

const meanCells = ({ learners, answered, meanShare }: GroupTopic): Row => ({
  learners,
  answered,
  share: fourDecimals(meanShare),
});

const itemCells = ({ choices, discrimination, ...item }: GroupItem): Row => ({
  kind: 'item',
  bank: bankOfRef(item.ref),
  name: item.ref,
  title: item.stem,
  learners: item.learners,
  right: item.right,
  share: fourDecimals(item.facility),
  low: fourDecimals(item.interval.low),
  high: fourDecimals(item.interval.high),
  discrimination: discrimination.kind === 'known' ? fourDecimals(discrimination.r) : null,
  discriminationNote: discrimination.kind === 'known' ? null : discrimination.why,
  discriminationLearners: discrimination.learners,
  ...(choices.most ? mostCells(choices.most) : {}),
  unchosen: choices.unchosen?.map(({ letter }) => letter).join('') ?? null,
  everRight: item.everRight,
  otherVersions: choices.otherVersions,
});

function mostCells(fall: Fall): Row {
  const mostChosenBy = fall.times;
  switch (fall.kind) {
    case 'option':
      return { mostChosen: fall.letter, mostChosenText: fall.text, mostChosenBy };
    case 'left-out':
      return { mostChosen: `!${fall.letter}`, mostChosenText: fall.text, mostChosenBy };
    case 'truth':
      return { mostChosen: String(fall.value), mostChosenBy };
    case 'letters':
      return { mostChosen: fall.letters.join(''), mostChosenBy };
    case 'typed':
      return { mostChosenText: fall.texts.join(' / '), mostChosenBy };
  }
}

/** Four decimals are enough to tell any two shares of a hundred answers apart. */
const fourDecimals = (value: number | null): number | null => value && Math.round(value * 10_000) / 10_000;
