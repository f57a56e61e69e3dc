import { selector } from '../group.ts';
import type { BankRule } from './rule.ts';

/** A paper can then be drawn several times with little in common. */
const ENOUGH = 3;

/** A paper draws from too few questions to be drawn again, or a topic has none. */
export const coverage: BankRule = {
  id: 'I01',
  severity: 'info',
  check(questions, bank, say) {
    const topics = bank.topics.filter(({ path }) => !bank.topics.some((other) => other.path.startsWith(`${path}.`)));
    for (const { path } of topics)
      if (!questions.some(({ question }) => question.topic === path))
        say(null, ['topics', ...path.split('.').join('.topics.').split('.')], { topic: path });
    for (const paper of bank.papers)
      paper.sections.forEach((section, index) => {
        for (const group of section.groups) {
          if (group.items.length > 0) continue;
          const stock = bank.items.filter((item) => selector(group)(item)).length;
          if (stock < ENOUGH * group.count)
            say(null, ['papers', paper.id, 'sections', index], { topic: '', stock, count: group.count });
        }
      });
  },
};
