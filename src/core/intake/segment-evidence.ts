import { lastBefore } from './lexer/between.ts';
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
        : (type === 'short' && counts.length < 40) || (type === 'boolean' && mark.afterKey && counts.length < 80)
          ? 0.6
          : 0;
    const unlabelled =
      labelled && counts.answers === 0 && brokenOff === 0
        ? (type === 'blank' && counts.filled ? 1 : 0) +
            counts.cues +
            counts.blanks +
            counts.truths +
            counts.keys +
            counts.runs >
          0
          ? -0.6
          : -1.6
        : 0;
    // From the middle of an answer through its explanation into the next question.
    const astray = !mark.lineStart && counts.answers > 0 && counts.explainedFirst ? -1.6 : 0;
    // `1.C 2.E`: a key and the next number.
    const listed = /^[A-H]{1,6}[ ]{1,4}\d{1,3}[ ]?[.、]/.test(lexed.text.slice(from, from + 16)) ? -4 : 0;
    const announced = isAnnounced(lexed, mark, regionFrom) ? 2 : 0;
    // `2.情景题(8分)` on a line of its own, below an answer that is numbered too.
    const headed = /^[\u4e00-\u9fff]{2,6}题?[ ]?[(]\d{1,3}[ ]?分[)][ ]*\n/.test(lexed.text.slice(from, from + 20))
      ? 3
      : 0;
    return fits(counts, mark, strict) + headed + listed + announced + twice + empty + brokenOff + unlabelled + astray;
  };
}

/** A passage, or options that several questions share, says which numbers follow, in its section or in the one right behind. */
const isAnnounced = (lexed: Lexed, { at, value }: NumberMark, regionFrom: number): boolean => {
  const material = lastBefore(lexed.materials, at);
  const range = material && material.at >= regionFrom - AHEAD_OF_HEAD ? material.range : null;
  return range !== null && value !== null && value >= range[0] && value <= range[1];
};

const AHEAD_OF_HEAD = 100;

const CHOICES: readonly (SectionType | null)[] = ['single', 'multiple', 'choice'];
