import { inRuns } from '../../core/exam/runs.ts';
import { truncate } from '../width.ts';
import { wrap } from '../wrap.ts';
import type { ExamState, Place } from './state.ts';
import type { ExamLook } from './view.ts';

/** The last look before the paper is handed in: what is blank, flagged and unsure. */
export function submittingLines(state: ExamState, { theme, words }: ExamLook, columns: number): string[] {
  const of = (fits: (place: Place) => boolean): number[] =>
    state.places.flatMap((place, index) => (fits(place) ? [index + 1] : []));
  const blank = of(({ saved }) => saved === null);
  const flagged = of(({ flagged }) => flagged);
  const unsure = of(({ unsure }) => unsure);
  const said = [
    blank.length > 0 ? words.blanksLeft(inRuns(blank), blank.length) : words.noBlanks,
    ...(flagged.length > 0 ? [words.flagsLeft(inRuns(flagged), flagged.length)] : []),
    ...(unsure.length > 0 ? [words.unsureLeft(inRuns(unsure), unsure.length)] : []),
  ];
  const paint = blank.length > 0 ? theme.wrong : theme.right;
  return [
    ...wrap(said[0] ?? '', columns).map(paint),
    ...said.slice(1).flatMap((text) => wrap(text, columns)),
    '',
    theme.strong(truncate(words.submitQuestion, columns)),
  ];
}
