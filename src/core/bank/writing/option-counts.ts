import type { BankRule } from './rule.ts';

/** Single choices with three, four and five options in one bank: a paper looks patched together. */
export const optionCounts: BankRule = {
  id: 'W25',
  severity: 'warning',
  check(questions, _bank, say) {
    const singles = questions.filter(({ question, parent }) => question.type === 'single' && parent === null);
    const counts = new Map<number, number>();
    const countOf = ({ question }: (typeof singles)[number]): number =>
      'options' in question ? question.options.length : 0;
    for (const placed of singles) counts.set(countOf(placed), (counts.get(countOf(placed)) ?? 0) + 1);
    const [usual = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    for (const placed of singles)
      if (countOf(placed) !== usual) say(placed, ['options'], { count: countOf(placed), usual });
  },
};
