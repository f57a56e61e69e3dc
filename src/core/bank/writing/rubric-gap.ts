import { suggestCovered } from '../../grading/short.ts';
import type { ItemRule } from './rule.ts';

/** A short answer without key points, a key point without keywords, or one that the model answer itself does not earn. */
export const rubricGap: ItemRule = {
  id: 'W27',
  severity: 'warning',
  check(question, say) {
    if (question.type !== 'short') return;
    if (question.points.length === 0) return say([], { point: 0 });
    const earned = suggestCovered(question, question.answer);
    question.points.forEach(({ keywords }, index) => {
      const point = index + 1;
      if (keywords.length === 0) say(['points', index], { point });
      else if (!earned.includes(point)) say(['points', index], { point, unearned: 1 });
    });
  },
};
