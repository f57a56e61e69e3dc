import type { ItemRule } from './rule.ts';

/** An explanation that breaks off. */
export const truncated: ItemRule = {
  id: 'E06',
  severity: 'error',
  check(question, say) {
    const { explanation } = question;
    if (explanation.length > 10 && /[，、：；（“‘—,:;(-]$/u.test(explanation)) say(['explanation']);
  },
};
