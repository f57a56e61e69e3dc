import type { ItemRule } from './rule.ts';

/** Ranges of numbers that overlap. */
export const overlappingRanges: ItemRule = {
  id: 'W16',
  severity: 'warning',
  check(question, say) {
    if (question.type !== 'single') return;
    const ranges = question.options.map((option) =>
      /^\D{0,2}(\d+(?:\.\d+)?)\s*(?:-|–|~|～|至|到)\s*(\d+(?:\.\d+)?)\D{0,4}$/.exec(option.normalize('NFKC').trim()),
    );
    if (ranges.some((range) => range === null)) return;
    const sorted = ranges.map((range) => [Number(range?.[1]), Number(range?.[2])] as const).sort((a, b) => a[0] - b[0]);
    const overlap = sorted.some(([from], index) => index > 0 && from < (sorted[index - 1]?.[1] ?? from));
    if (overlap) say(['options']);
  },
};
