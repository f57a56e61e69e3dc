import type { Bank } from '../bank/bank.ts';
import { selector } from '../bank/group.ts';
import { type Item, type ItemType, type QuestionType, questionsIn } from '../bank/item.ts';
import type { Paper, Section } from '../bank/paper.ts';
import { hundredthsOf } from '../grading/mark.ts';
import { type RulePiece, rulesOf } from './section-rules.ts';

/** What a cover page says of a paper before anything is drawn. Points are hundredths. */
export interface Blueprint {
  readonly title: string;
  readonly minutes: number | null;
  readonly pass: number | null;
  readonly total: number;
  readonly items: number;
  readonly sections: readonly SectionBlueprint[];
}

export interface SectionBlueprint {
  readonly title: string;
  readonly items: number;
  /** True where every item is a case. */
  readonly cases: boolean;
  /** Per item. */
  readonly each: number;
  readonly total: number;
  readonly rules: readonly RulePiece[];
}

export function blueprintOf(paper: Paper, bank: Bank): Blueprint {
  const sections = paper.sections.map((section) => sectionBlueprint(section, bank));
  return {
    title: paper.title,
    minutes: paper.limitMinutes,
    pass: paper.pass === null ? null : hundredthsOf(paper.pass),
    total: sections.reduce((sum, { total }) => sum + total, 0),
    items: sections.reduce((sum, { items }) => sum + items, 0),
    sections,
  };
}

function sectionBlueprint(section: Section, bank: Bank): SectionBlueprint {
  const items = section.groups.reduce((sum, { count }) => sum + count, 0);
  const each = hundredthsOf(section.points);
  const selectors = section.groups.map(selector);
  const drawable = bank.items.filter((item) => selectors.some((fits) => fits(item)));
  const kinds = new Set(drawable.map(({ type }): ItemType => type));
  const rules = rulesOf(section, typesIn(drawable), kinds.has('case') ? null : each);
  return {
    title: section.title,
    items,
    cases: kinds.size === 1 && kinds.has('case'),
    each,
    total: items * each,
    rules,
  };
}

/** Types of the questions that may be asked, the parts of cases included. */
const typesIn = (items: readonly Item[]): QuestionType[] => [
  ...new Set(items.flatMap((item) => questionsIn(item).map(({ type }) => type))),
];
