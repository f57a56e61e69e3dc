import { CONTEMPT } from './lexicon.ts';
import { type ItemRule, sidesOf } from './rule.ts';

/** Wrong options that nobody of good will would choose. */
export const giveaway: ItemRule = {
  id: 'W14',
  severity: 'warning',
  check(question, say) {
    if (question.type !== 'single') return;
    const { keys, others } = sidesOf(question);
    const has = (index: number): boolean => CONTEMPT.test(question.options[index] ?? '');
    const plain = others.filter(has);
    if (plain.length >= 2 && !keys.some(has)) say(['options', plain[0] ?? 0], { count: plain.length });
  },
};
