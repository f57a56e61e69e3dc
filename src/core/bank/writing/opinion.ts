import type { ItemRule } from './rule.ts';

/** An opinion asked for, where a key is to decide. */
export const opinion: ItemRule = {
  id: 'W29',
  severity: 'warning',
  check(question, say) {
    if (/你认为|您认为|你觉得|您觉得|in your opinion|do you think/i.test(question.stem)) say(['stem']);
  },
};
