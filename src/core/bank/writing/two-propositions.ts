import type { ItemRule } from './rule.ts';

/** A statement with two claims: it is not clear which one is judged. */
export const twoPropositions: ItemRule = {
  id: 'W30',
  severity: 'info',
  check(question, say) {
    if (question.type === 'boolean' && /[，；,;](?:并且|而且|同时也|且)/.test(question.stem)) say(['stem']);
  },
};
