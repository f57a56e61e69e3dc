import { letterAt } from '../item.ts';
import type { ItemRule } from './rule.ts';

/** Letters of options in a text, not in braces: they may lie once options are shuffled. */
export const bareLetters: ItemRule = {
  id: 'W20',
  severity: 'warning',
  check(question, say) {
    if (!('options' in question)) return;
    const letters = `A-${letterAt(question.options.length - 1)}`;
    const bare = new RegExp(
      `(?<![{A-Za-z0-9])[${letters}](?![}A-Za-z0-9])(?:项|选项|、[${letters}]|和[${letters}]|[是为错对]|不)|选[${letters}](?![A-Za-z])`,
    );
    if (bare.test(question.explanation)) say(['explanation']);
  },
};
