import type { Doubt, Draft, DraftType } from '../core/intake/draft.ts';
import type { IntakeReport, Noted } from '../core/intake/report.ts';
import type { TopicTree } from '../core/intake/topic-tree.ts';

/** What the report is put into words with. */
export interface IntakeWords {
  readonly questions: (count: number, files: number) => string;
  readonly ofType: (type: string, count: number) => string;
  readonly listGap: string;
  readonly withoutKey: (count: number) => string;
  readonly duplicates: (count: number) => string;
  readonly section: (title: string, found: number, declared: number | null) => string;
  readonly fits: string;
  readonly misfits: string;
  readonly leftOut: (count: number) => string;
  readonly unread: (count: number) => string;
  readonly unmatched: (place: string, numbers: string) => string;
  readonly doubts: (count: number) => string;
  readonly more: (count: number) => string;
  readonly why: Readonly<Record<string, string>>;
  /** Why something was left out or became no question. */
  readonly noteWhy: Readonly<Record<string, string>>;
  readonly none: (file: string, why: string) => string;
  readonly sure: string;
  readonly topics: (count: number) => string;
  readonly noTopics: string;
  readonly topic: (title: string, path: string, characters: number) => string;
}

/** Of long lists, as many as fit on a screen. */
const MOST = 20;

/** The report line by line; nothing that was doubted or left out goes unsaid. */
export function intakeReport(
  items: readonly Draft[],
  report: IntakeReport,
  words: IntakeWords,
  types: Readonly<Record<DraftType, string>>,
  inWords: (doubt: Doubt) => string,
): string[] {
  const kept = items.filter(({ duplicateOf }) => duplicateOf === undefined);
  const counts = new Map<DraftType, number>();
  for (const { type } of kept) counts.set(type, (counts.get(type) ?? 0) + 1);
  const doubts = items.flatMap(({ doubts: all, source, stem }) =>
    all.map((doubt) => `${source.file}:${doubt.line} ${inWords(doubt)} — ${stem.slice(0, 24)}`),
  );
  const lines = [
    words.questions(report.questions, report.files.length),
    ...(counts.size > 0
      ? [[...counts].map(([type, count]) => words.ofType(types[type], count)).join(words.listGap)]
      : []),
    ...report.files.flatMap(({ file, why }) => (why === null ? [] : [words.none(file, words.why[why] ?? why)])),
    ...report.sections
      .filter(({ found, declared }) => found > 0 || declared !== null)
      .map(({ title, found, declared, fits }) => {
        const verdict = fits === null ? '' : ` (${fits ? words.fits : words.misfits})`;
        return `  ${words.section(title.slice(0, 40), found, declared)}${verdict}`;
      }),
    ...(report.withoutKey > 0 ? [words.withoutKey(report.withoutKey)] : []),
    ...(report.duplicates > 0 ? [words.duplicates(report.duplicates)] : []),
    ...report.unmatched.map(({ file, line, numbers }) =>
      words.unmatched(`${file}:${line}`, numbers.join(words.listGap)),
    ),
    ...listed(words.doubts(doubts.length), doubts, words),
    ...listed(
      words.unread(report.unread.length),
      report.unread.map((each) => noted(each, words)),
      words,
    ),
    ...listed(
      words.leftOut(report.leftOut.length),
      report.leftOut.map((each) => noted(each, words)),
      words,
      5,
    ),
    ...(report.sure ? [words.sure] : []),
  ];
  return lines;
}

/** The tree of topics, each below its parent; `characters` are those of its notes. */
export function topicLines({ topics, count }: Pick<TopicTree, 'topics' | 'count'>, words: IntakeWords): string[] {
  if (count === 0) return [words.noTopics];
  const below = (tree: TopicTree['topics'], indent: string): string[] =>
    Object.entries(tree).flatMap(([id, { title, notes = '', topics: inner }]) => [
      `${indent}${words.topic(title, id, notes.length)}`,
      ...below(inner ?? {}, `${indent}  `),
    ]);
  return [words.topics(count), ...below(topics, '  ')];
}

const noted = ({ file, line, text, why }: Noted, { noteWhy }: IntakeWords): string =>
  `${file}:${line} ${text.slice(0, 60)}${noteWhy[why] === undefined ? '' : ` (${noteWhy[why]})`}`;

function listed(heading: string, lines: readonly string[], words: IntakeWords, most = MOST): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - most;
  return [heading, ...lines.slice(0, most).map((line) => `  ${line}`), ...(more > 0 ? [`  ${words.more(more)}`] : [])];
}
