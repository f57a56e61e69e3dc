import { ABSOLUTE } from './lexicon.ts';
import { type ItemRule, isChoosing, sidesOf } from './rule.ts';

/** Words without exception in wrong options only: the test-wise strike those out. */
export const absolutes: ItemRule = {
  id: 'W04',
  severity: 'warning',
  check(question, say) {
    if (!isChoosing(question)) return;
    const { keys, others } = sidesOf(question);
    const has = (index: number): boolean => ABSOLUTE.test(question.options[index] ?? '');
    const striking = others.filter(has);
    if (striking.length >= 2 && !keys.some(has)) say(['options', striking[0] ?? 0], { count: striking.length });
  },
};
