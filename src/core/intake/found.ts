import type { DoubtCode } from './draft.ts';
import type { Declared } from './lexer/declared.ts';
import type { SectionType } from './lexer/type-words.ts';
import type { OptionText } from './options.ts';

/** A question as it stands in the text, its key and its type not settled yet: the key may follow at the end. */
export interface Found {
  readonly number: number | null;
  /** Offsets in the flat text. */
  readonly from: number;
  readonly to: number;
  /** Numbered `(1)` or `①`: a part of what stands around it. */
  readonly isPart?: true;
  /** The number of the case that it is a part of, where that has one. */
  readonly outer?: number;
  /** The type it names itself: `[多选题]`. */
  readonly tag: SectionType | null;
  readonly section: Section | null;
  readonly stem: string;
  readonly material: string;
  readonly options: readonly OptionText[];
  /** Lines behind the last option that belong to none. */
  readonly rest: string;
  /** Text that stands behind an answer label, folded text beside it; null for no label. */
  readonly answer: Labelled | null;
  /** A key that stands in the stem, or marks an option. */
  readonly inline: string;
  /** Texts in brackets of the stem where a blank could be. */
  readonly filled: readonly string[];
  readonly explanation: string;
  readonly points: number | null;
  readonly difficulty: number | null;
  readonly topic: string;
  readonly doubts: readonly FoundDoubt[];
  readonly rules: readonly string[];
}

export interface Labelled {
  readonly raw: string;
  readonly text: string;
}

export interface FoundDoubt {
  readonly code: DoubtCode;
  readonly at: number;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The section questions stand in. */
export interface Section {
  /** Order in the document, from 0. */
  readonly index: number;
  readonly title: string;
  readonly type: SectionType;
  readonly declared: Declared;
  /** Number of the head itself: 二 is 2. */
  readonly number: number | null;
  readonly at: number;
}
