import type { Instant } from '../../day.ts';
import type { HistoryEvent } from '../event.ts';

/** A line of one of several files. */
export interface Spot {
  /** Index into the list of files. */
  readonly file: number;
  /** From 1. */
  readonly line: number;
}

/** An event and where it stands. */
export interface SpottedEvent extends Spot {
  readonly event: HistoryEvent;
  readonly at: Instant;
}

/** What is wrong with events that can be read. */
export const DAMAGE_CODES = ['MISSING_FIELD', 'WRONG_FIELD', 'ID_CONFLICT'] as const;

/** What is odd, and may be as it should. */
export const ODDITY_CODES = [
  'REPEATED_ID',
  'UNKNOWN_TYPE',
  'OUT_OF_ORDER',
  'DATED_AHEAD',
  'ODD_OFFSET',
  'ID_TIME',
  'CLOCK_BACK',
  'VOIDS_NOTHING',
  'CAUSE_OF_NOTHING',
  'NOT_STARTED',
  'NOT_ENDED',
  'AFTER_END',
  'NOT_IN_FORM',
] as const;

export type DamageCode = (typeof DAMAGE_CODES)[number];
export type OddityCode = (typeof ODDITY_CODES)[number];

export interface Finding<Code extends DamageCode | OddityCode = DamageCode | OddityCode> extends Spot {
  readonly code: Code;
  /** What it is about: a field, a type, an id, the time. */
  readonly about: string;
  /** Of an id that stands twice: where it stood first. */
  readonly first?: Spot;
  /** Of a field: what belongs there. */
  readonly wanted?: Wanted;
}

/** What a field must hold. */
export type Wanted =
  | 'text'
  | 'number'
  | 'truth'
  | 'rating'
  | 'object'
  | 'list'
  | 'texts'
  | 'numbers'
  | 'answers'
  | 'banks'
  | 'form';

export type Report = (finding: Finding) => void;
