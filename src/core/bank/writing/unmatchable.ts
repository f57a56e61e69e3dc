import { foldText } from '../../grading/text-fold.ts';
import type { ItemRule } from './rule.ts';

/** An accepted text of which tolerant matching leaves nothing, such as a lone full stop: no answer is ever held equal to it. */
export const unmatchable: ItemRule = {
  id: 'E07',
  severity: 'error',
  check(question, say) {
    if (question.type !== 'blank') return;
    question.blanks.forEach(({ accept }, blank) => {
      const text = accept.find((each) => foldText(each) === '');
      if (text !== undefined) say(['answer', blank], { text });
    });
  },
};
