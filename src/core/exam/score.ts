import { hundredthsOf } from '../grading/mark.ts';
import type { Answered } from '../history/event.ts';
import type { Form, FormItem, FormSection } from './form.ts';

/** Marks in hundredths of a point, as they were given with each answer. */
export interface Score {
  readonly items: readonly ItemScore[];
  readonly sections: readonly SectionScore[];
  readonly marks: number;
  readonly of: number;
  /** Null where the paper only measures. */
  readonly passed: boolean | null;
  /** Hundredths above the pass mark, below it negative; null where there is none. */
  readonly margin: number | null;
  /** The name of the highest band that was reached. */
  readonly band: string | null;
}

export interface ItemScore {
  readonly item: FormItem;
  readonly outcome: 'right' | 'partial' | 'wrong' | 'blank';
  readonly marks: number;
  readonly answer: Answered | null;
}

export interface SectionScore {
  readonly section: FormSection;
  readonly marks: number;
  readonly of: number;
  readonly count: number;
  readonly right: number;
  readonly blank: number;
  /** What the floor of the section gave back: the sum of its items was lower by so much. */
  readonly lifted: number;
}

/** Marks an exam by the marks that stand with its answers. A blank earns nothing and costs nothing. */
export function scoreForm(form: Form, answerTo: (ref: string) => Answered | null): Score {
  const items = form.items.map((item) => scoreItem(item, answerTo(item.ref)));
  const sections = form.sections.map((section, index) => scoreSection(section, ofSection(items, index)));
  const marks = sum(sections.map((section) => section.marks));
  const { pass, bands } = form.paper;
  const margin = pass === null ? null : marks - hundredthsOf(pass);
  return {
    items,
    sections,
    marks,
    of: sum(sections.map((section) => section.of)),
    passed: margin === null ? null : margin >= 0,
    margin,
    band: bands.find(({ from }) => marks >= hundredthsOf(from))?.title ?? null,
  };
}

function scoreItem(item: FormItem, answer: Answered | null): ItemScore {
  if (!answer || answer.response.length === 0) return { item, outcome: 'blank', marks: 0, answer };
  const marks = hundredthsOf(answer.marks);
  const outcome = answer.right ? 'right' : marks > 0 ? 'partial' : 'wrong';
  return { item, outcome, marks, answer };
}

function scoreSection(section: FormSection, items: readonly ItemScore[]): SectionScore {
  const earned = sum(items.map(({ marks }) => marks));
  const floor = hundredthsOf(Math.min(0, section.sectionFloor));
  return {
    section,
    marks: Math.max(earned, floor),
    of: sum(items.map(({ item }) => item.of)),
    count: items.length,
    right: items.filter(({ outcome }) => outcome === 'right').length,
    blank: items.filter(({ outcome }) => outcome === 'blank').length,
    lifted: Math.max(earned, floor) - earned,
  };
}

const ofSection = (items: readonly ItemScore[], index: number): readonly ItemScore[] =>
  items.filter(({ item }) => item.section === index);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
