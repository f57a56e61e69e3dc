import type { ItemRule } from './rule.ts';
import { lengthOf } from './text.ts';

const SHORTEST = 10;

/** No explanation, or one that says nothing. */
export const weakExplanation: ItemRule = {
  id: 'W19',
  severity: 'warning',
  check(question, say) {
    const length = lengthOf(question.explanation);
    if (length < SHORTEST) say(question.explanation === '' ? [] : ['explanation'], { length });
  },
};
