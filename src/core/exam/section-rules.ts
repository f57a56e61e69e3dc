import type { QuestionType } from '../bank/item.ts';
import { hundredthsOf } from '../grading/mark.ts';
import { POINTS_A_HIT } from '../grading/multiple.ts';
import type { MultipleScoring, OrderingScoring } from '../grading/rule.ts';
import type { FormSection } from './form.ts';

/**
 * One rule of a section, to be put into words before it is sat; points are hundredths. `of` names the types that a rule
 * is about where the section has others besides, and is empty where it has not.
 */
export type RulePiece =
  | { readonly kind: 'multiple'; readonly scoring: Exclude<MultipleScoring, 'under-each'>; readonly of: Types }
  /** `hit` for each right pick, `most` in all for less than the whole key; null where items are worth different points. */
  | { readonly kind: 'hits'; readonly hit: number; readonly most: number | null; readonly of: Types }
  | { readonly kind: 'ordering'; readonly scoring: OrderingScoring; readonly of: Types }
  /** What a wrong answer costs, above zero; an answer left out costs nothing. */
  | { readonly kind: 'wrong'; readonly cost: number; readonly of: Types }
  /** Least that one question and the whole section can come to, zero or negative. */
  | { readonly kind: 'question-floor'; readonly least: number }
  | { readonly kind: 'section-floor'; readonly least: number }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'per-item'; readonly seconds: number };

type Types = readonly QuestionType[];

/**
 * The rules that can matter in a section with questions of these types: no word of deductions where nothing is
 * deducted. `each` is what a question is worth, in hundredths; null where they differ.
 */
export function rulesOf(section: Omit<FormSection, 'title'>, types: Types, each: number | null): RulePiece[] {
  const naming = (some: Types): Types => (types.every((type) => some.includes(type)) ? [] : some);
  const { limitMinutes, perItemSeconds } = section;
  return [
    ...(types.includes('multiple') ? [multipleRule(section.scoring, each, naming(['multiple']))] : []),
    ...(types.includes('ordering')
      ? [{ kind: 'ordering', scoring: section.ordering, of: naming(['ordering']) } as const]
      : []),
    ...deductions(section, types, naming),
    ...(limitMinutes === null ? [] : [{ kind: 'minutes', minutes: limitMinutes } as const]),
    ...(perItemSeconds === null ? [] : [{ kind: 'per-item', seconds: perItemSeconds } as const]),
  ];
}

function multipleRule(scoring: MultipleScoring, each: number | null, of: Types): RulePiece {
  if (scoring !== 'under-each') return { kind: 'multiple', scoring, of };
  const hit = hundredthsOf(POINTS_A_HIT);
  const most = each === null ? null : Math.max(0, each - hit);
  // Of half a point or less no part is left to earn.
  return most === 0 ? { kind: 'multiple', scoring: 'exact', of } : { kind: 'hits', hit, most, of };
}

function deductions(section: Omit<FormSection, 'title'>, types: Types, naming: (some: Types) => Types): RulePiece[] {
  const floor = Math.min(section.itemFloor, 0);
  const cost = -hundredthsOf(Math.max(section.wrong, floor));
  const priced = types.filter((type) => type === 'single' || type === 'boolean');
  const costs = priced.length > 0 && cost > 0;
  const picksCost = types.includes('multiple') && section.scoring === 'each-plus-minus';
  return [
    ...(costs ? [{ kind: 'wrong', cost, of: naming(priced) } as const] : []),
    ...(picksCost ? [{ kind: 'question-floor', least: hundredthsOf(floor) } as const] : []),
    ...(costs || (picksCost && floor < 0)
      ? [{ kind: 'section-floor', least: hundredthsOf(section.sectionFloor) } as const]
      : []),
  ];
}
