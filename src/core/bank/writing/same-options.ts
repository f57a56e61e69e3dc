import { letterAt } from '../item.ts';
import type { ItemRule } from './rule.ts';
import { folded } from './text.ts';

/** Two options say the same but for width, punctuation or a particle. */
export const sameOptions: ItemRule = {
  id: 'E02',
  severity: 'error',
  check(question, say) {
    if (!('options' in question)) return;
    const texts = question.options.map((option) => `${folded(option).replace(/[的了地得]/g, '')} ${signsIn(option)}`);
    texts.forEach((text, index) => {
      const first = texts.indexOf(text);
      if (first < index) say(['options', index], { a: letterAt(first), b: letterAt(index) });
    });
  },
};

/** Signs that make another value of the same digits, which are punctuation elsewhere: -100, > 100, 1.00. */
const signsIn = (option: string): string =>
  option
    .normalize('NFKC')
    .match(/[-+−<>≤≥%‰°](?=\s*\d)|(?<=\d)(?:\.(?=\d)|\s*[%‰°])/g)
    ?.join('') ?? '';
