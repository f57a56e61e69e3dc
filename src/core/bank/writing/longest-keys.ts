import { chanceOfHits } from './chance.ts';
import type { BankRule } from './rule.ts';
import { lengthOf } from './text.ts';

const FEWEST = 20;
const SURE = 0.01;

/** The longest option is the key more often than chance allows. */
export const longestKeys: BankRule = {
  id: 'W03',
  severity: 'warning',
  check(questions, _bank, say) {
    const singles = questions.flatMap(({ question }) => (question.type === 'single' ? [question] : []));
    if (singles.length < FEWEST) return;
    let hits = 0;
    const chances = singles.map((question) => {
      const lengths = question.options.map(lengthOf);
      const most = Math.max(...lengths);
      if (lengths[question.key.charCodeAt(0) - 65] === most) hits++;
      return lengths.filter((length) => length === most).length / lengths.length;
    });
    const p = chanceOfHits(hits, chances);
    if (p < SURE) say(null, [], { times: hits, of: singles.length, p: p.toPrecision(2) });
  },
};
