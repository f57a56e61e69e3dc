import { type ItemRule, sidesOf } from './rule.ts';
import { bigramsOf, shareIn } from './text.ts';

const MOST = 0.34;

/** The key repeats words of the stem that no other option repeats. */
export const clang: ItemRule = {
  id: 'W10',
  severity: 'warning',
  check(question, say) {
    if (question.type !== 'single') return;
    const stem = bigramsOf(question.stem);
    const shares = question.options.map((option) => shareIn(bigramsOf(option), stem));
    const { keys, others } = sidesOf(question);
    const own = shares[keys[0] ?? 0] ?? 0;
    const next = Math.max(0, ...others.map((index) => shares[index] ?? 0));
    if (own - next > MOST) say(['options', keys[0] ?? 0]);
  },
};
