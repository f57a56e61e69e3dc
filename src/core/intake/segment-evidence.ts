import { countIn } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { NumberMark } from './lexer/numbers.ts';
import type { SectionType } from './lexer/type-words.ts';
import { countsIn } from './segment-counts.ts';
import { FITS } from './type-fit.ts';

export type Evidence = (mark: NumberMark, to: number) => number;

/** How well what stands from a number to `to` reads as one question of this kind. */
export function evidenceOf(
  lexed: Lexed,
  type: SectionType | null,
  strict: boolean,
  regionFrom: number,
  regionEnd: number,
): Evidence {
  const fits = FITS[type ?? 'none'];
  // Where answers have labels, what has none is likelier a part of an answer.
  const labelled = countIn(lexed.answers, regionFrom, regionEnd) >= 2;
  return (mark, to) => {
    const from = mark.end;
    const counts = countsIn(lexed, mark.at, from, to, mark.at - regionFrom < 4);
    // As many answers as options, twice: whole questions, of which one has lost its number.
    const whole = counts.strong > 1 && counts.strong === counts.answers;
    const twice = whole ? 1 - counts.runs : -3 * Math.max(0, counts.strong - 1) - 2.5 * Math.max(0, counts.answers - 1);
    const empty = /[\p{L}\p{N}_(（]/u.test(lexed.text.slice(from, Math.min(to, from + 40))) ? 0 : -2;
    // The last question of a preview breaks off before its options, or before its answer.
    const last = to >= regionEnd && (mark.lineStart || mark.afterKey) && counts.runs + counts.answers === 0;
    const brokenOff = !last
      ? 0
      : CHOICES.includes(type)
        ? counts.length < 160
          ? 2
          : 0
        : type === 'short' && counts.length < 40
          ? 0.6
          : 0;
    const unlabelled =
      labelled && counts.answers === 0 && brokenOff === 0
        ? counts.cues + counts.blanks + counts.truths + counts.keys + counts.runs > 0
          ? -0.6
          : -1.6
        : 0;
    // From the middle of an answer through its explanation into the next question.
    const astray = !mark.lineStart && counts.answers > 0 && counts.explainedFirst ? -1.6 : 0;
    return fits(counts, mark, strict) + twice + empty + brokenOff + unlabelled + astray;
  };
}

const CHOICES: readonly (SectionType | null)[] = ['single', 'multiple', 'choice'];
