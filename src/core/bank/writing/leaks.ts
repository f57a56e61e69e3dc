import type { BankRule } from './rule.ts';
import { folded } from './text.ts';
import { TrigramIndex } from './trigram-index.ts';

const SHORTEST_TELLING = 6;

/** The stem of one question says the key of another; papers keep the two apart where they can. */
export const leaks: BankRule = {
  id: 'W22',
  severity: 'info',
  check(questions, _bank, say) {
    const stems = questions.map(({ question }) => folded(question.stem));
    const index = new TrigramIndex();
    for (const [number, stem] of stems.entries()) index.add(stem, number);
    for (const placed of questions) {
      const { question } = placed;
      if (question.type !== 'single') continue;
      const key = folded(question.options[question.key.charCodeAt(0) - 65] ?? '');
      if (key.length < SHORTEST_TELLING) continue;
      const other = index.mayHold(key).find((n) => questions[n] !== placed && stems[n]?.includes(key));
      if (other !== undefined) say(placed, ['answer'], { other: questions[other]?.question.id ?? '' });
    }
  },
};
