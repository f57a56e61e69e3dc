import type { ExamReport, Part } from '../core/analysis/exam-report.ts';
import type { Form, FormItem } from '../core/exam/form.ts';
import { inRuns } from '../core/exam/runs.ts';
import { formatPoints } from '../core/grading/mark.ts';
import type { Ending } from '../core/history/event.ts';
import { oneLine } from './one-line.ts';
import { alignedTable, toLeft, toRight, type WidthOf } from './table.ts';

export interface ExamReportWords {
  readonly minutes: (ms: number) => string;
  readonly report: {
    readonly title: (paper: string) => string;
    readonly marks: (marks: string, of: string) => string;
    readonly passed: (by: string) => string;
    readonly failed: (by: string) => string;
    readonly band: (band: string) => string;
    readonly time: (used: string, limit: string | null) => string;
    readonly timedOut: string;
    readonly sections: string;
    readonly topics: string;
    readonly noTopic: string;
    readonly columns: Readonly<Record<'section' | 'topic' | 'marks' | 'right' | 'blank', string>>;
    readonly lifted: (section: string, points: string) => string;
    readonly changes: (rightToWrong: number, wrongToRight: number, other: number) => string;
    readonly blanks: Numbered;
    readonly wrong: Numbered;
    readonly lucky: Numbered;
    readonly flagged: Numbered;
    readonly slow: (items: string) => string;
    readonly slowItem: (number: number, spent: string, share: string) => string;
    readonly seen: (marks: string, of: string, count: number) => string;
    readonly unseen: (marks: string, of: string, count: number) => string;
    readonly unseenHint: string;
    readonly today: (marks: string, of: string, numbers: string) => string;
    readonly missing: (numbers: string) => string;
  };
}

type Numbered = (numbers: string, count: number) => string;

export interface ExamReportView {
  readonly form: Form;
  readonly report: ExamReport;
  readonly ended: Ending | null;
  /** The title of a topic by its path. */
  readonly topicTitle: (path: string) => string;
}

/** A question took this many times its share of the time before it is named. */
const SLOW = 2;
const MOST_SLOW = 5;

/** What an exam came to, from the result down to single questions, in lines that may be wrapped. */
export function renderExamReport(view: ExamReportView, words: ExamReportWords, widthOf: WidthOf): string[] {
  const { report, form, ended } = view;
  const said = words.report;
  const { score } = report;
  const time = said.time(words.minutes(report.usedMs), report.limitMs === null ? null : words.minutes(report.limitMs));
  return [
    said.title(oneLine(form.paper.title)),
    '',
    said.marks(formatPoints(score.marks), formatPoints(score.of)),
    ...verdictLines(report, said),
    time + (ended === 'timed-out' ? said.timedOut : ''),
    '',
    ...sectionLines(report, said, widthOf),
    '',
    ...topicLines(view, said, widthOf),
    '',
    ...partLines(report, said),
    ...numberedLines(view, words),
    ...todayLines(view, said),
  ];
}

type Said = ExamReportWords['report'];

function verdictLines({ score }: ExamReport, said: Said): string[] {
  const { margin, passed, band } = score;
  const by = formatPoints(Math.abs(margin ?? 0));
  return [
    ...(passed === null ? [] : [passed ? `✔ ${said.passed(by)}` : `✘ ${said.failed(by)}`]),
    ...(band ? [said.band(oneLine(band))] : []),
  ];
}

function sectionLines({ score }: ExamReport, said: Said, widthOf: WidthOf): string[] {
  const { columns } = said;
  const table = alignedTable(
    score.sections,
    [
      toLeft(columns.section, ({ section }) => oneLine(section.title)),
      toRight(columns.marks, ({ marks, of }) => `${formatPoints(marks)}/${formatPoints(of)}`),
      toRight(columns.right, ({ right, count }) => `${right}/${count}`),
      toRight(columns.blank, ({ blank }) => String(blank)),
    ],
    widthOf,
  );
  const lifted = score.sections.flatMap(({ section, lifted }) =>
    lifted > 0 ? [said.lifted(oneLine(section.title), formatPoints(lifted))] : [],
  );
  return [`── ${said.sections} ──`, ...rowsOf(table), ...lifted];
}

function topicLines({ report, topicTitle }: ExamReportView, said: Said, widthOf: WidthOf): string[] {
  const { columns } = said;
  const weakest = [...report.topics].sort((a, b) => a.marks / (a.of || 1) - b.marks / (b.of || 1));
  const table = alignedTable(
    weakest,
    [
      toLeft(columns.topic, ({ topic }) => oneLine(topic === '' ? said.noTopic : topicTitle(topic))),
      toRight(columns.marks, ({ marks, of }) => `${formatPoints(marks)}/${formatPoints(of)}`),
      toRight(columns.right, ({ right, count }) => `${right}/${count}`),
    ],
    widthOf,
  );
  return [`── ${said.topics} ──`, ...rowsOf(table)];
}

const rowsOf = (table: string): string[] => table.trimEnd().split('\n');

/** A paper that holds only one of the two kinds has one score, and it is the one above. */
function partLines({ seen, unseen }: ExamReport, said: Said): string[] {
  if (seen.count === 0 || unseen.count === 0) return [];
  const show = ({ marks, of, count }: Part, say: Said['seen']): string =>
    say(formatPoints(marks), formatPoints(of), count);
  return [show(seen, said.seen), show(unseen, said.unseen), said.unseenHint, ''];
}

function numberedLines({ form, report }: ExamReportView, words: ExamReportWords): string[] {
  const said = words.report;
  const { changes, score } = report;
  const numberOf = (item: FormItem): number => form.items.indexOf(item) + 1;
  const line = (items: readonly FormItem[], say: Numbered): string[] =>
    items.length > 0 ? [say(inRuns(items.map(numberOf)), items.length)] : [];
  const missed = score.items
    .filter(({ outcome }) => outcome !== 'right' && outcome !== 'blank')
    .map(({ item }) => item);
  const slow = report.times
    .filter(({ spentMs, shareMs }) => spentMs > SLOW * shareMs)
    .sort((a, b) => b.spentMs - a.spentMs)
    .slice(0, MOST_SLOW)
    .map(({ item, spentMs, shareMs }) => said.slowItem(numberOf(item), words.minutes(spentMs), words.minutes(shareMs)));
  const changed = changes.rightToWrong + changes.wrongToRight + changes.other;
  return [
    ...line(missed, said.wrong),
    ...line(report.blank, said.blanks),
    ...line(report.lucky, said.lucky),
    ...line(report.flagged, said.flagged),
    ...(changed > 0 ? [said.changes(changes.rightToWrong, changes.wrongToRight, changes.other)] : []),
    ...(slow.length > 0 ? [said.slow(slow.join('  '))] : []),
  ];
}

function todayLines({ form, report: { today } }: ExamReportView, said: Said): string[] {
  const numbers = (items: readonly FormItem[]): string => inRuns(items.map((item) => form.items.indexOf(item) + 1));
  const { score, changed, missing } = today;
  return [
    ...(changed.length > 0 ? [said.today(formatPoints(score.marks), formatPoints(score.of), numbers(changed))] : []),
    ...(missing.length > 0 ? [said.missing(numbers(missing))] : []),
  ];
}
