import type { ItemRule } from './rule.ts';
import { lengthOf } from './text.ts';

const LONGEST = 120;

/** A stem so long that reading it is what is examined. */
export const windowDressing: ItemRule = {
  id: 'W18',
  severity: 'warning',
  check(question, say, parent) {
    const length = lengthOf(question.stem);
    if (!parent && length > LONGEST) say(['stem'], { length, most: LONGEST });
  },
};
