import { type ItemRule, sidesOf } from './rule.ts';
import { lengthOf, median } from './text.ts';

/** The key is so much longer than the other options that it shows. */
export const longestKey: ItemRule = {
  id: 'W02',
  severity: 'warning',
  check(question, say) {
    if (question.type !== 'single') return;
    const lengths = question.options.map(lengthOf);
    const { keys, others } = sidesOf(question);
    const own = lengths[keys[0] ?? 0] ?? 0;
    const usual = median(others.map((index) => lengths[index] ?? 0));
    if (own >= 1.5 * usual && own - usual >= 6) say(['options'], { length: own, usual });
  },
};
