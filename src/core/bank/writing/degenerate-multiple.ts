import type { ItemRule } from './rule.ts';

/** A question with several answers of which all are right, or only one. */
export const degenerateMultiple: ItemRule = {
  id: 'W09',
  severity: 'warning',
  check(question, say) {
    if (question.type !== 'multiple') return;
    if (question.key.length === question.options.length) say(['answer'], { right: question.key.length });
    else if (question.key.length === 1) say(['answer'], { right: 1 });
  },
};
