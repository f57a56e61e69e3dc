import { letterAt } from '../item.ts';
import type { ItemRule } from './rule.ts';
import { folded } from './text.ts';

/** Two options say the same but for width, punctuation or a particle. */
export const sameOptions: ItemRule = {
  id: 'E02',
  severity: 'error',
  check(question, say) {
    if (!('options' in question)) return;
    const texts = question.options.map((option) => folded(option).replace(/[的了地得]/g, ''));
    texts.forEach((text, index) => {
      const first = texts.indexOf(text);
      if (first < index) say(['options', index], { a: letterAt(first), b: letterAt(index) });
    });
  },
};
