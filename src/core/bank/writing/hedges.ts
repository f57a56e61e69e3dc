import { HEDGED } from './lexicon.ts';
import { type ItemRule, sidesOf } from './rule.ts';

/** Words that leave a way out in the key only. */
export const hedges: ItemRule = {
  id: 'W05',
  severity: 'warning',
  check(question, say) {
    if (question.type !== 'single') return;
    const { keys, others } = sidesOf(question);
    const has = (index: number): boolean => HEDGED.test(question.options[index] ?? '');
    if (keys.some(has) && !others.some(has)) say(['options', keys[0] ?? 0]);
  },
};
