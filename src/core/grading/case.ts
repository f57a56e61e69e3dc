import type { Mark } from './mark.ts';

/** The sum of the sub-questions; right where every one of them is. A case of which nothing was marked is not right. */
export function gradeCase(marks: readonly Mark[]): Mark {
  return {
    hundredths: marks.reduce((sum, mark) => sum + mark.hundredths, 0),
    of: marks.reduce((sum, mark) => sum + mark.of, 0),
    right: marks.length > 0 && marks.every((mark) => mark.right),
    rule: 'sum',
  };
}
