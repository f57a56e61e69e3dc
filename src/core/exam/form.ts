import type { Letter } from '../bank/item.ts';
import type { Paper } from '../bank/paper.ts';
import type { MultipleScoring, OrderingScoring, Rule } from '../grading/rule.ts';

/**
 * One assembled copy of a paper: what is asked, in which order, and by which rules it is marked. All of it stands in the
 * sitting's first event, so that an exam can be taken up, marked and sat again whatever became of its bank.
 */
export interface Form {
  readonly paper: PaperHead;
  readonly sections: readonly FormSection[];
  /** In the order asked; the items of a section stand together, and so do the parts of a case. */
  readonly items: readonly FormItem[];
}

export interface PaperHead extends Pick<Paper, 'id' | 'title' | 'limitMinutes' | 'pass' | 'bands'> {
  /** Id of the bank that the paper stands in. */
  readonly bank: string;
}

export interface FormSection {
  readonly title: string;
  readonly scoring: MultipleScoring;
  readonly ordering: OrderingScoring;
  /** Points that a wrong answer costs, zero or negative. */
  readonly wrong: number;
  /** Least an item and the whole section can give, in points. */
  readonly itemFloor: number;
  readonly sectionFloor: number;
  readonly limitMinutes: number | null;
  readonly perItemSeconds: number | null;
}

export interface FormItem {
  /** `bank/item` or `bank/case#n`. */
  readonly ref: string;
  /** Index into `sections`. */
  readonly section: number;
  /** Order of the options, by the bank's letters; null for a question without options. */
  readonly order: readonly Letter[] | null;
  readonly revision: string;
  /** Hundredths of a point for full marks. The parts of a case share the points of the case, to the last hundredth. */
  readonly of: number;
}

/** How an item of a form is marked. */
export function ruleOf(form: Form, item: FormItem): Rule {
  const { scoring, ordering, wrong, itemFloor } = form.sections[item.section] as FormSection;
  return { points: item.of / 100, multiple: scoring, ordering, wrong, floor: itemFloor };
}

/** Hundredths of a point for the whole form. */
export const totalOf = (form: Form): number => form.items.reduce((sum, { of }) => sum + of, 0);
