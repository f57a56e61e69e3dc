import type { Decision, ReviewComplaint } from '../../core/intake/review.ts';

/** A doubtful question ready to be shown: as it was read, why it is doubted, and the lines it was made from. */
export interface ReviewCard {
  /** From 0. */
  readonly page: number;
  readonly of: number;
  /** The type and the section, for the header. */
  readonly heading: readonly string[];
  readonly doubts: readonly string[];
  readonly material: string;
  readonly stem: string;
  readonly options: readonly ReviewOption[];
  /** In words; empty for none. */
  readonly key: string;
  readonly explanation: string;
  /** Where it stands, and where each of its copies does. */
  readonly sources: readonly ReviewSource[];
  /** What was decided of it so far. */
  readonly decision: Decided | null;
  readonly choice: 'options' | 'truth' | 'none';
}

/** A key that was changed is more than accepted: it is said. */
export type Decided = Decision | 'key-changed' | 'edited';

/** Lines that a question was made from. */
export interface ReviewSource {
  /** `paper.txt:12-15`. */
  readonly place: string;
  readonly lines: readonly string[];
}

export interface ReviewOption {
  readonly label: string;
  readonly text: string;
  readonly right: boolean;
}

export const positionOf = ({ page, of }: Pick<ReviewCard, 'page' | 'of'>): string => `${page + 1}/${of}`;

export interface ReviewWords {
  readonly material: string;
  readonly key: string;
  readonly moreAbove: (lines: number) => string;
  readonly moreBelow: (lines: number) => string;
  readonly tooNarrow: string;
  readonly noKey: string;
  readonly explanation: string;
  readonly source: (place: string) => string;
  readonly decided: Readonly<Record<Decided, string>>;
  readonly messages: Readonly<Record<ReviewComplaint, string>>;
  readonly hints: Readonly<
    Record<'accept' | 'options' | 'truth' | 'draft' | 'leaveOut' | 'edit' | 'back' | 'skip' | 'quit', string>
  >;
}
