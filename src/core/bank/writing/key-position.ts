import { letterAt } from '../item.ts';
import { chanceOfSpread, countsOf } from './chance.ts';
import type { BankRule } from './rule.ts';

const SUSPICIOUS = 0.05;
const SURE = 0.001;

/** Keys that stand in one place more often than chance would have it. */
export const keyPosition: BankRule = {
  id: 'W01',
  severity: 'warning',
  check(questions, _bank, say) {
    for (const count of [3, 4, 5]) {
      const letters = questions.flatMap(({ question }) =>
        question.type === 'single' && question.options.length === count ? [question.key.charCodeAt(0) - 65] : [],
      );
      if (letters.length < 5 * count) continue;
      const p = chanceOfSpread(letters, count);
      if (p >= SUSPICIOUS) continue;
      const tally = countsOf(letters, count);
      const most = tally.indexOf(Math.max(...tally));
      const params = { letter: letterAt(most), times: tally[most] ?? 0, of: letters.length, p: p.toPrecision(2) };
      say(null, [], params, p < SURE ? 'error' : 'warning');
    }
  },
};
