import { ALL_ABOVE, NONE_ABOVE } from './lexicon.ts';
import { type ItemRule, isChoosing } from './rule.ts';

/** All of the above: who knows two of them knows it all. */
export const allAbove: ItemRule = {
  id: 'W06',
  severity: 'warning',
  check(question, say) {
    if (!isChoosing(question)) return;
    const index = question.options.findIndex(
      (option) => ALL_ABOVE.test(option.trim()) && !NONE_ABOVE.test(option.trim()),
    );
    if (index >= 0) say(['options', index]);
  },
};
