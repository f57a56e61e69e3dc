import type { BankRule } from './rule.ts';
import { folded } from './text.ts';
import { TrigramIndex } from './trigram-index.ts';

const SAME_FROM = 0.85;

/** Two questions that ask the same in nearly the same words. */
export const nearDuplicates: BankRule = {
  id: 'W21',
  severity: 'warning',
  check(questions, _bank, say) {
    const index = new TrigramIndex();
    questions.forEach((placed, number) => {
      const { question, parent } = placed;
      const said = `${parent?.id ?? ''} ${folded(question.stem)}${'options' in question ? question.options.map(folded).sort().join('') : ''}`;
      const twin = index.nearest(said, SAME_FROM);
      if (twin !== null) say(placed, ['stem'], { other: questions[twin]?.question.id ?? '' });
      index.add(said, number);
    });
  },
};
