import type { RuleId, Severity } from './writing/rule.ts';

/** A fault in a bank's content. What it says in words is the messages' business; tests assert codes. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Keys and indexes from the top of the file to the faulty value. */
  readonly path: readonly (string | number)[];
  readonly params: FindingParams;
}

export type FindingParams = Readonly<Record<string, string | number>>;

export const FINDING_CODES = [
  'FILE_UNREADABLE',
  'FILE_TOO_LARGE',
  'NOT_UTF8',
  'YAML_SYNTAX',
  'YAML_TAG',
  'YAML_ALIASES',
  'YAML_SEVERAL',
  'DUPLICATE_KEY',
  'TOO_DEEP',
  'TOO_MANY_VALUES',
  'MORE_FAULTS',
  'NOT_A_BANK',
  'WRONG_FORMAT',
  'MISSING_FIELD',
  'UNKNOWN_FIELD',
  'WRONG_TYPE',
  'NOT_ALLOWED',
  'BAD_ID',
  'OUT_OF_RANGE',
  'EMPTY_TEXT',
  'TOO_LONG',
  'TOO_FEW',
  'TOO_MANY',
  'BAD_DURATION',
  'MISSING_ID',
  'DUPLICATE_ID',
  'UNKNOWN_TOPIC',
  'NO_KEY',
  'BAD_KEY',
  'KEY_NOT_AN_OPTION',
  'KEY_COUNT',
  'SAME_OPTIONS',
  'BAD_TRUTH',
  'ORDER_INCOMPLETE',
  'BLANK_COUNT',
  'BAD_GROUP',
  'NO_POINTS',
  'PAPER_SHORT',
  'SECTION_EMPTY',
  'UNKNOWN_ITEM',
  'PASS_TOO_HIGH',
  'UNKNOWN_PAPER',
  'PAPER_TWICE',
  'NO_PASS_MARK',
  'NEED_TOO_HIGH',
] as const;
/** Remarks on what a rule of item writing is allowed to overlook. */
export const ALLOWANCE_CODES = ['UNKNOWN_RULE', 'NO_REASON'] as const;
/** Faults that keep a bank from loading, and remarks on how its questions are written. */
export type FindingCode = (typeof FINDING_CODES)[number] | (typeof ALLOWANCE_CODES)[number] | RuleId;

/** Takes one fault; every check of a bank is handed one of these. */
export type Report = (code: FindingCode, path: Finding['path'], params?: FindingParams) => void;
