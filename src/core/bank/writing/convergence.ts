import { type ItemRule, sidesOf } from './rule.ts';
import { bigramsOf, shareIn } from './text.ts';

/** The key has most in common with the other options: it was written first, and they were made from it. */
export const convergence: ItemRule = {
  id: 'W11',
  severity: 'info',
  check(question, say) {
    if (question.type !== 'single') return;
    const sets = question.options.map(bigramsOf);
    const shared = sets.map((own, index) =>
      sets.reduce((sum, other, n) => (n === index ? sum : sum + shareIn(own, other) * own.size), 0),
    );
    const { keys, others } = sidesOf(question);
    const own = shared[keys[0] ?? 0] ?? 0;
    const next = Math.max(0, ...others.map((index) => shared[index] ?? 0));
    if (own >= 4 && own >= 1.5 * next) say(['options', keys[0] ?? 0]);
  },
};
