import type { MultipleScoring, OrderingScoring } from '../grading/rule.ts';
import type { ItemType } from './item.ts';

/** A paper is a plan; a form, one assembled copy of it, is made when it is sat. */
export interface Paper {
  readonly id: string;
  readonly title: string;
  /** Minutes for the whole; null for no limit. */
  readonly limitMinutes: number | null;
  /** Points needed to pass; null where the paper only measures. */
  readonly pass: number | null;
  /** Highest first. */
  readonly bands: readonly { readonly title: string; readonly from: number }[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly groups: readonly Group[];
  /** Points per item. */
  readonly points: number;
  readonly scoring: MultipleScoring;
  readonly ordering: OrderingScoring;
  /** What a wrong answer costs, zero or negative. */
  readonly wrong: number;
  /** Least an item and the section can give. */
  readonly itemFloor: number;
  readonly sectionFloor: number;
  readonly limitMinutes: number | null;
  readonly perItemSeconds: number | null;
  readonly shuffle: boolean;
}

/** Which items a section draws from, and how many. Explicit ids are all taken, in their order. */
export interface Group {
  readonly type: ItemType | null;
  readonly topic: string | null;
  readonly difficulty: readonly [number, number] | null;
  readonly tag: string | null;
  readonly items: readonly string[];
  readonly count: number;
}
