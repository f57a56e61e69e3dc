import type { ItemRule } from './rule.ts';

/** A short answer without key points, or a key point without keywords. */
export const rubricGap: ItemRule = {
  id: 'W27',
  severity: 'warning',
  check(question, say) {
    if (question.type !== 'short') return;
    if (question.points.length === 0) return say([], { point: 0 });
    question.points.forEach(({ keywords }, index) => {
      if (keywords.length === 0) say(['points', index], { point: index + 1 });
    });
  },
};
