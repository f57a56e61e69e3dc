import type { BankRule } from './rule.ts';
import { folded } from './text.ts';

/** The same question twice, with different keys. */
export const conflictingKeys: BankRule = {
  id: 'E03',
  severity: 'error',
  check(questions, _bank, say) {
    const known = new Map<string, { readonly id: string; readonly key: string }>();
    for (const placed of questions) {
      const { question } = placed;
      if (!('options' in question)) continue;
      const texts = question.options.map(folded);
      const stem = [placed.parent?.id ?? '', folded(question.stem), [...texts].sort().join('|')].join('|');
      const letters = question.type === 'single' ? [question.key] : question.key;
      const named = letters.map((letter) => texts[letter.charCodeAt(0) - 65] ?? '');
      const key = (question.type === 'ordering' ? named : [...named].sort()).join('|');
      const first = known.get(stem);
      if (first && first.key !== key) say(placed, ['answer'], { other: first.id });
      else known.set(stem, { id: question.id, key });
    }
  },
};
