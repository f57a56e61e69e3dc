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
