import { chanceOfHits } from './chance.ts';
import type { BankRule } from './rule.ts';

const FEWEST = 20;

/** Statements that are mostly true, or mostly false. */
export const truthBalance: BankRule = {
  id: 'W24',
  severity: 'warning',
  check(questions, _bank, say) {
    const truths = questions.flatMap(({ question }) => (question.type === 'boolean' ? [question.key] : []));
    if (truths.length < FEWEST) return;
    const right = truths.filter(Boolean).length;
    const share = right / truths.length;
    const p = chanceOfHits(
      Math.max(right, truths.length - right),
      truths.map(() => 0.5),
    );
    if ((share < 0.35 || share > 0.65) && 2 * p < 0.05) say(null, [], { right, of: truths.length });
  },
};
