import type { Fall } from '../core/analysis/fell-for.ts';
import { RIGHT_DAYS, STABILITY_DAYS } from '../core/analysis/leaving.ts';
import type { MistakeEntry, MistakeList } from '../core/analysis/mistake-list.ts';
import { type Day, formatDay } from '../core/day.ts';
import type { Cause } from '../core/drill/cause.ts';
import { oneLine, shortened } from './one-line.ts';
import type { WidthOf } from './table.ts';

export interface MistakesWords {
  readonly head: (inBook: number, left: number, isLeftListed: boolean) => string;
  readonly noneMatches: string;
  readonly cut: (listed: number, of: number) => string;
  readonly times: (wrong: number, answered: number) => string;
  readonly lastWrong: (day: string) => string;
  readonly chose: (times: number, letter: string, text: string) => string;
  readonly leftOut: (times: number, letter: string, text: string) => string;
  readonly said: (times: number, value: boolean) => string;
  readonly lettersGiven: (times: number, letters: string) => string;
  readonly typed: (times: number, text: string) => string;
  readonly unanswered: (times: number) => string;
  readonly causes: Readonly<Record<Cause, string>>;
  /** Between two causes. */
  readonly and: string;
  readonly causeTimes: (cause: string, times: number) => string;
  /** What an entry lacks until it leaves: days with a right answer, and the stability it has and must have. */
  readonly missing: (days: number, stability: { now: string | null; wanted: string } | null) => string;
  readonly left: (day: string) => string;
  readonly noBank: string;
  readonly rule: (days: number, stability: number) => string;
  readonly causeHint: string;
}

/** The terminal that the list is for; handed in, because only the terminal knows. */
export interface ListScreen {
  readonly columns: number;
  readonly widthOf: WidthOf;
  readonly truncate: (text: string, columns: number) => string;
  readonly wrap: (text: string, columns: number) => string[];
}

/** Characters of a typed text or an option that are enough to know it again. */
const GIVEN_LENGTH = 24;

/** The book as a list: how often wrong, the stem, and below it what to know of each; then the rule in words. */
export function renderMistakes(list: MistakeList, words: MistakesWords, screen: ListScreen): string {
  const { entries, filter, inBook, left } = list;
  const head = inBook + left === 0 ? words.noneMatches : words.head(inBook, left, filter.left);
  const counts = entries.map(({ wrong, answered }) => words.times(wrong, answered));
  const gutter = counts.reduce((most, count) => Math.max(most, screen.widthOf(count)), 0) + 2;
  const lines = screen.wrap(head, screen.columns);
  entries.forEach((entry, n) => {
    const [stem = '', ...facts] = entryLines(entry, words, { ...screen, columns: screen.columns - gutter });
    const count = counts[n] as string;
    lines.push('', `${' '.repeat(gutter - 2 - screen.widthOf(count))}${count}  ${stem}`.trimEnd());
    lines.push(...facts.map((fact) => `${' '.repeat(gutter)}${fact}`));
  });
  const of = filter.left ? inBook + left : inBook;
  if (entries.length < of) lines.push('', words.cut(entries.length, of));
  lines.push('', ...screen.wrap(words.rule(RIGHT_DAYS, STABILITY_DAYS), screen.columns));
  if (entries.some(({ causes }) => causes.length === 0)) lines.push(...screen.wrap(words.causeHint, screen.columns));
  return `${lines.join('\n')}\n`;
}

function entryLines(entry: MistakeEntry, words: MistakesWords, screen: ListScreen): string[] {
  const { question, fell, causes, standing, lastWrongOn } = entry;
  const stem = question ? oneLine(question.question.stem) : oneLine(entry.ref);
  const said = causes.map(({ cause, times }) => words.causeTimes(words.causes[cause], times)).join(words.and);
  const facts = [
    words.lastWrong(dayOf(lastWrongOn)),
    fell.most ? fallOf(fell.most, words) : '',
    fell.unanswered > 0 ? words.unanswered(fell.unanswered) : '',
    said,
    question ? '' : words.noBank,
  ];
  const wanted =
    standing.kind === 'left'
      ? words.left(formatDay(standing.leftOn))
      : words.missing(standing.needs.rightDays, stabilityOf(standing.stability, standing.needs.stability));
  return [
    screen.truncate(stem, screen.columns),
    ...flow(facts.filter(Boolean), screen),
    ...screen.wrap(wanted, screen.columns),
    ...(question ? screen.wrap(oneLine(entry.ref), screen.columns) : []),
  ];
}

const dayOf = (day: Day | null): string => (day === null ? '?' : formatDay(day));

/** A stability below what is wanted is never rounded up to it. */
function stabilityOf(now: number | null, wanted: number | null): { now: string | null; wanted: string } | null {
  if (wanted === null) return null;
  return { now: now === null ? null : (Math.floor(now * 10) / 10).toFixed(1), wanted: String(wanted) };
}

/** What to call what somebody falls for. */
export type FallWords = Pick<MistakesWords, 'chose' | 'leftOut' | 'said' | 'lettersGiven' | 'typed'>;

export function fallOf(fall: Fall, words: FallWords): string {
  switch (fall.kind) {
    case 'option':
      return words.chose(fall.times, fall.letter, shortened(fall.text, GIVEN_LENGTH));
    case 'left-out':
      return words.leftOut(fall.times, fall.letter, shortened(fall.text, GIVEN_LENGTH));
    case 'truth':
      return words.said(fall.times, fall.value);
    case 'letters':
      return words.lettersGiven(fall.times, oneLine(fall.letters.join('')));
    case 'typed':
      return words.typed(fall.times, shortened(fall.texts.join(' / '), GIVEN_LENGTH));
  }
}

/** Facts one after another, as many on a line as fit whole. */
function flow(facts: readonly string[], { columns, widthOf, truncate }: ListScreen): string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const longer = `${lines.at(-1)} · ${fact}`;
    if (lines.length > 0 && widthOf(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(truncate(fact, columns));
  }
  return lines;
}
