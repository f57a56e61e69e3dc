import type { FlatText } from '../flat-text.ts';
import { lastBefore } from './between.ts';
import { BLANK, CUE, KEY_MARK, placesOf, TRUTH_MARK } from './evidence.ts';
import { type Head, headsIn } from './heads.ts';
import { isStrong, labelsIn, runsIn } from './labels.ts';
import { type Mark, marksIn } from './marks.ts';
import { type MaterialMark, materialsIn } from './materials.ts';
import { type NumberMark, numbersIn } from './numbers.ts';

/** Everything in a text that may structure it, found in one pass each, in order of place. */
export interface Lexed {
  readonly flat: FlatText;
  readonly text: string;
  readonly heads: readonly Head[];
  readonly marks: readonly Mark[];
  readonly numbers: readonly NumberMark[];
  readonly materials: readonly MaterialMark[];
  /** Places where options begin. */
  readonly runs: readonly number[];
  /** Of these, the ones that cannot be letters mentioned in a sentence. */
  readonly strongRuns: readonly number[];
  /** Places of answer labels. */
  readonly answers: readonly number[];
  readonly explanations: readonly number[];
  /** Places where it says what a candidate had answered. */
  readonly givens: readonly number[];
  readonly blanks: readonly number[];
  readonly truths: readonly number[];
  readonly keys: readonly number[];
  readonly cues: readonly number[];
}

export function lex(flat: FlatText): Lexed {
  const { text } = flat;
  const marks = marksIn(text);
  const labels = labelsIn(text);
  const runs = runsIn(labels);
  const materials = materialsIn(text);
  const placesOfKind = (...kinds: Mark['kind'][]): number[] =>
    marks.filter(({ kind }) => kinds.includes(kind)).map(({ at }) => at);
  return {
    flat,
    text,
    heads: headsIn(text),
    marks,
    numbers: withoutOpeners(
      text,
      numbersIn(text, marks, flat.raw).filter(({ at }) => !within(materials, at)),
      materials,
    ),
    materials,
    runs: runs.map((index) => labels[index]?.at ?? 0),
    strongRuns: runs.filter((index) => isStrong(labels, index)).map((index) => labels[index]?.at ?? 0),
    answers: placesOfKind('answer'),
    explanations: placesOfKind('explanation'),
    givens: placesOfKind('given'),
    blanks: placesOf(text, BLANK),
    truths: placesOf(text, TRUTH_MARK),
    keys: placesOf(text, KEY_MARK),
    cues: placesOf(text, CUE),
  };
}

/** `问题:` right below a passage opens what is asked about it, and numbers nothing. */
function withoutOpeners(
  text: string,
  numbers: readonly NumberMark[],
  materials: readonly MaterialMark[],
): NumberMark[] {
  let numbered = -1;
  return numbers.filter(({ at, style, lineStart, end }) => {
    if (style !== 'starter') {
      if (lineStart && style !== 'circle' && style !== 'brackets') numbered = at;
      return true;
    }
    const material = lastBefore(materials, at);
    return !(material && material.end > numbered && /^\s*【?问/.test(text.slice(at, end)));
  });
}

/** `案例二第2题` numbers the passage, and no question in it. */
function within(materials: readonly MaterialMark[], at: number): boolean {
  let low = 0;
  let high = materials.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((materials[middle] as MaterialMark).at <= at) low = middle + 1;
    else high = middle;
  }
  return at < (materials[low - 1]?.end ?? 0);
}
