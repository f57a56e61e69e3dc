import type { BlankKey } from './item.ts';

/** Places to fill: two or more underscores, or brackets with nothing but space between them. */
const BLANK_MARK = /_{2,}|[（(][\s　]{0,12}[）)]/g;

/** How many blanks a stem shows. */
export function blankCount(stem: string): number {
  return stem.match(BLANK_MARK)?.length ?? 0;
}

/** The stem cut at its blanks: always one piece more than there are blanks. */
export function splitAtBlanks(stem: string): string[] {
  return stem.split(BLANK_MARK);
}

/** A blank's text as it is shown: the first that is accepted, with its unit. */
export function shownBlank({ accept, unit }: BlankKey): string {
  const text = accept[0] ?? '';
  return unit && !text.endsWith(unit) ? text + unit : text;
}

/** The stem with its blanks written in, `__` on either side of each. */
export function fillBlanks(stem: string, blanks: readonly BlankKey[]): string {
  const texts = blanks.map((blank) => `__${shownBlank(blank)}__`);
  return splitAtBlanks(stem)
    .map((piece, index) => piece + (texts[index] ?? ''))
    .join('');
}
