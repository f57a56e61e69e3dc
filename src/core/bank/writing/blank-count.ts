import type { ItemRule } from './rule.ts';

/** Too many blanks, or one at the beginning. */
export const blankCount: ItemRule = {
  id: 'W26',
  severity: 'warning',
  check(question, say) {
    if (question.type !== 'blank') return;
    if (question.blanks.length > 3) say(['stem'], { count: question.blanks.length });
    else if (/^(?:_{2,}|[（(]\s+[)）])/.test(question.stem)) say(['stem'], { count: 0 });
  },
};
