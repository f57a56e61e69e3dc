/** What is done to a history when it is repaired. */
export type RepairCode =
  /** It was saved in another encoding. */
  | 'UTF16'
  | 'BYTE_ORDER_MARK'
  | 'CRLF'
  /** The document was laid out anew, with events over several lines or all on one. */
  | 'OTHER_LAYOUT'
  | 'WRONG_HEADER'
  | 'HEADER_INSIDE'
  | 'NO_END_LINE'
  | 'END_INSIDE'
  | 'CONFLICT_MARK'
  | 'NUL'
  | 'EMPTY_LINE'
  /** An event is found in a line that is not as it should be, and is given one of its own. */
  | 'REWRITTEN'
  | 'REPEATED_ID'
  | 'ID_CONFLICT'
  | 'FIELD_LEFT_OUT'
  | 'NOT_AN_EVENT'
  | 'UNREADABLE'
  | 'TORN_TAIL';

export interface RepairStep {
  readonly code: RepairCode;
  /** From 1. */
  readonly line: number;
  /** The last of several lines, one after another, with the same fault. */
  readonly until?: number;
  /** Fields, an id, or a number of bytes. */
  readonly about?: string;
}
