import { NONE_ABOVE } from './lexicon.ts';
import { type ItemRule, isChoosing } from './rule.ts';

/** None of the above: right, it shows only that somebody knows what is wrong. */
export const noneAbove: ItemRule = {
  id: 'W07',
  severity: 'warning',
  check(question, say) {
    if (!isChoosing(question)) return;
    const index = question.options.findIndex((option) => NONE_ABOVE.test(option.trim()));
    if (index >= 0) say(['options', index]);
  },
};
