import { type ItemRule, isChoosing } from './rule.ts';

/** A number, a whole sentence, something in brackets. */
const FEATURES: readonly ((option: string) => boolean)[] = [
  (option) => /^[\d.,]+\s*(?:%|\p{L}{0,3})$/u.test(option.trim()),
  (option) => /[。.!！]$/.test(option.trim()),
  (option) => /[（(]/.test(option),
];

/** One option is of another kind than the rest. */
export const heterogeneous: ItemRule = {
  id: 'W13',
  severity: 'warning',
  check(question, say) {
    if (!isChoosing(question) || question.options.length < 4) return;
    for (const feature of FEATURES) {
      const having = [...question.options.keys()].filter((index) => feature(question.options[index] ?? ''));
      const lacking = question.options.length - having.length;
      if (having.length === 1 || lacking === 1) {
        const odd =
          having.length === 1 ? having[0] : [...question.options.keys()].find((index) => !having.includes(index));
        return say(['options', odd ?? 0]);
      }
    }
  },
};
