import type { ItemDocument } from '../bank/schema.ts';
import type { Place } from './source-text.ts';

/**
 * A question as it was understood, before it becomes an item of a bank. Readers of structured formats make drafts
 * directly; the reader of text makes them from what it finds.
 */
export interface Draft {
  readonly type: DraftType;
  /** The number it carries in the document. */
  readonly number: number | null;
  readonly stem: string;
  /** What a case, or a group of questions, is about; empty for none. */
  readonly material: string;
  /** Numbered `(1)` or `①` below its passage: a part of one case. */
  readonly isPart?: true;
  readonly options: readonly DraftOption[];
  readonly answer: DraftAnswer;
  readonly explanation: string;
  /** The same question in a second language, where the document has both; it is left out of stem and options. */
  readonly translation?: string;
  /** Points of the whole item as the document says, itself or in the head of its section. */
  readonly points: number | null;
  /** The head it stands under, as written. */
  readonly section: string | null;
  readonly difficulty: number | null;
  readonly topic: string;
  readonly source: Place;
  /** 0 to 1. */
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
  /** What made the reader take it this way, in the order it decided. */
  readonly rules: readonly string[];
  /** The name that the document gives it: the id of an item of a bank, where an export of ours carries it. */
  readonly id?: string;
  /** For each blank all texts that are accepted, where the document has more than one of them for any. */
  readonly accepted?: readonly (readonly string[])[];
  /** The item as it stands in a bank: it is taken over as it is. */
  readonly item?: ItemDocument;
  /** Index, in the same list, of the cleaner copy that this one was folded into. */
  readonly duplicateOf?: number;
  /** Fields of its item as a person wrote them in a review: they go into the bank as they are. */
  readonly written?: Readonly<Record<string, unknown>>;
}

export type DraftType = 'single' | 'multiple' | 'boolean' | 'blank' | 'ordering' | 'short' | 'case';

export interface DraftOption {
  readonly id: string;
  readonly text: string;
}

/** Letters, a truth value, a text for each blank, a model answer; null where the document has none. */
export type DraftAnswer = string | boolean | readonly string[] | null;

/** Reasons for a second look. A message exists for each in both languages. */
export const DOUBT_CODES = [
  'NO_KEY',
  'KEY_CONFLICT',
  'KEY_NOT_AN_OPTION',
  'KEY_UNCLEAR',
  'KEY_FROM_EXPLANATION',
  'KEYS_BY_FORMAT',
  'KEY_BY_PLACE',
  'TRUTH_AS_LETTER',
  'OPTION_MISSING',
  'OPTIONS_UNLABELLED',
  'OPTIONS_RUN_TOGETHER',
  'ONLY_KEY_PRINTED',
  'NO_OPTIONS',
  'BLANK_COUNT',
  'TRUNCATED',
  'SUSPECT_CHARACTER',
  'SPAM',
  'TYPE_GUESSED',
  'NUMBER_SKIPPED',
  'NUMBER_LOST',
  'NUMBER_DAMAGED',
  'DUPLICATE',
  'DUPLICATE_KEYS_DIFFER',
  'LOOSE_TEXT',
  'PART_LEFT_OUT',
  'WEIGHTS_LEFT_OUT',
  'RANGE_NARROWED',
  'SEVERAL_RIGHT',
  'MADE_OF',
  'NOT_PARTED',
] as const;
export type DoubtCode = (typeof DOUBT_CODES)[number];

export interface Doubt {
  readonly code: DoubtCode;
  readonly line: number;
  /** What the message names: a character, two keys, numbers. */
  readonly params: Readonly<Record<string, string | number>>;
}
