import { type ItemRule, isChoosing } from './rule.ts';
import { numberIn } from './text.ts';

/** Numbers that do not stand in order. */
export const numericOrder: ItemRule = {
  id: 'W15',
  severity: 'warning',
  check(question, say) {
    if (!isChoosing(question)) return;
    const numbers = question.options.map(numberIn);
    if (numbers.some((number) => number === null)) return;
    const values = numbers as number[];
    const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
    if (!steps.every((step) => step > 0) && !steps.every((step) => step < 0)) say(['options']);
  },
};
