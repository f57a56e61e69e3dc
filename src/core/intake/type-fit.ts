import { INNER, type NumberMark } from './lexer/numbers.ts';
import type { SectionType } from './lexer/type-words.ts';
import type { Counts } from './segment-counts.ts';

/** How well a stretch reads as one question of a kind; above 0 speaks for it. */
export type Fit = (counts: Counts, mark: NumberMark, strict: boolean) => number;

const choice: Fit = ({ runs, answers, blanks, keys }) =>
  (runs > 0 ? 3 : keys > 0 || blanks > 0 ? -0.4 : answers > 0 ? -1.2 : -2.5) + (answers > 0 ? 1 : 0);
const open: Fit = ({ runs, answers, cues, listed, defines, scored }, mark) =>
  (cues > 0 ? 1.5 : 0) +
  (answers > 0 ? 1.5 : 0) +
  (runs > 0 ? 1.5 : 0) +
  (cues + answers + runs === 0
    ? mark.lineStart && mark.style !== 'han' && (scored || !INNER.includes(mark.style)) && !listed
      ? defines
        ? 0.4
        : -0.3
      : -1.5
    : 0);

/** By what the head of the section promises; `none` where there is no head. */
export const FITS: Readonly<Record<SectionType | 'none', Fit>> = {
  single: choice,
  multiple: choice,
  choice,
  ordering: ({ runs, answers, cues }) =>
    (runs > 0 ? 2 : answers > 0 ? 0.2 : -1.2) + (answers > 0 ? 1.5 : 0) + (cues > 0 ? 0.5 : 0),
  boolean: ({ runs, answers, blanks, truths, length, clean }, mark) =>
    (answers > 0 ? 1.5 : 0) +
    (truths + blanks > 0 ? 1.5 : 0) +
    (runs > 0 ? 0.5 : 0) -
    1.2 * Math.max(0, truths - 1) +
    (answers + blanks + truths === 0 ? (length < 220 && (mark.lineStart || clean) ? -0.2 : -1) : 0),
  blank: ({ runs, answers, blanks, keys, truths, length, filled }, mark) =>
    (blanks > 0 ? 2 : filled ? 1.5 : 0) +
    (answers > 0 ? 1 : 0) +
    (runs > 0 ? 2 : 0) +
    (keys + truths > 0 ? 0.5 : 0) +
    (blanks + answers + runs === 0 ? (length < 220 && (mark.lineStart || mark.afterKey) ? -0.3 : -1.2) : 0),
  short: open,
  case: (counts, mark, strict) =>
    open(counts, mark, strict) - (counts.cues + counts.answers + counts.runs === 0 && !counts.scored ? 1.5 : 0),
  list: (counts, mark, strict) =>
    counts.cues > 0 && counts.runs + counts.answers === 0
      ? mark.lineStart || counts.asks
        ? 1
        : 0.4
      : none(counts, mark, strict),
  none: (counts, mark, strict) => none(counts, mark, strict),
};

/** Where no head promises questions, something must show that this is one. */
function none(
  { runs, answers, blanks, truths, keys, cues, asks, tagged, underlined }: Counts,
  mark: NumberMark,
  strict: boolean,
): number {
  if (runs > 0) return 3 + (answers > 0 ? 1 : 0);
  if (answers > 0) return strict ? 0.5 : 2;
  if (tagged) return 1.5;
  if (strict) return -3;
  // `第3题` on a line of its own numbers nothing else.
  if (mark.style === 'ti' && mark.lineStart) return 0.6;
  if (keys > 0) return 0.4;
  if (truths > 0 || underlined) return 0.6;
  if (blanks > 0) return -0.2;
  if (cues > 0 && mark.lineStart) return -0.8;
  return asks ? -0.8 : -3;
}
