import type { FormItem, FormSection } from '../../core/exam/form.ts';
import { formatPoints, hundredthsOf } from '../../core/grading/mark.ts';
import type { Messages } from '../../messages/messages.ts';

/** How a section is marked, a rule a line: what an item is worth, what a part earns, what a wrong answer costs, the limits. */
export function rulesInWords(section: FormSection, items: readonly FormItem[], { exam }: Messages): string[] {
  const { rules } = exam;
  const worth = [...new Set(items.map(({ of }) => of))];
  const points = (value: number): string => formatPoints(hundredthsOf(value));
  return [
    ...(worth.length === 1 ? [rules.each(formatPoints(worth[0] ?? 0))] : []),
    ...(section.scoring === 'exact' ? [] : [rules.multiple[section.scoring]]),
    ...(section.ordering === 'exact' ? [] : [rules.pairs]),
    ...(section.wrong < 0
      ? [rules.wrong(points(-section.wrong)), rules.sectionFloor(points(section.sectionFloor))]
      : []),
    ...(section.itemFloor < 0 && section.itemFloor !== section.wrong
      ? [rules.itemFloor(points(section.itemFloor))]
      : []),
    ...(section.limitMinutes === null ? [] : [rules.minutes(section.limitMinutes)]),
    ...(section.perItemSeconds === null ? [] : [rules.perItem(section.perItemSeconds)]),
  ];
}
