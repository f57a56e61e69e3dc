import type { ItemRule } from './rule.ts';

/** A question that stands on another one. */
export const hinged: ItemRule = {
  id: 'W23',
  severity: 'warning',
  check(question, say, parent) {
    if (!parent && /上一?题|承上题|前一题|下一题|previous question/i.test(question.stem)) say(['stem']);
  },
};
