import type { Letter } from '../bank/item.ts';
import type { Cause } from '../drill/cause.ts';
import type { Rating } from '../drill/rating.ts';
import type { MatchStep } from '../grading/mark.ts';
import type { StudiedPage } from '../study/place.ts';

/** What is written, one line each. Times are ISO 8601 with offset; `id` is a UUIDv7. */
export type HistoryEvent =
  | SessionStarted
  | Answered
  | SessionEnded
  | Paused
  | Resumed
  | Flagged
  | Viewed
  | Voided
  | Starred
  | Suspended
  | Noted
  | Studied
  | CauseGiven
  | Imported
  | UnknownEvent;

interface EventBase {
  readonly id: string;
  readonly at: string;
  readonly device: string;
}

export const MODES = ['drill', 'exam', 'practice'] as const;
export type Mode = (typeof MODES)[number];

export interface SessionStarted extends EventBase {
  readonly type: 'session-started';
  readonly mode: Mode;
  readonly banks: readonly { readonly id: string; readonly revision: string }[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly seed: string;
  /** Every question of the sitting in its order, with the order of its options by the bank's letters. */
  readonly form: readonly FormEntry[];
}

export interface FormEntry {
  readonly item: string;
  readonly order?: readonly Letter[];
  /** In an exam: index of its section in `settings.sections`, what it is worth in points, and its revision. */
  readonly section?: number;
  readonly of?: number;
  readonly revision?: string;
  /** It had been answered before this sitting, in whatever mode. */
  readonly seen?: boolean;
}

export interface Answered extends EventBase {
  readonly type: 'answered';
  /** The id of the session's first event. */
  readonly session: string;
  readonly mode: Mode;
  /** `bank/item` or `bank/case#n`. */
  readonly item: string;
  readonly revision: string;
  /** The order the options were shown in, by the bank's letters. */
  readonly order?: readonly Letter[];
  /** Letters, a truth value, or the typed texts. Empty: nothing was answered. */
  readonly response: readonly (string | boolean)[];
  /** Key points the learner confirmed, numbers from 1. */
  readonly covered?: readonly number[];
  /** Which matching step accepted each typed text. */
  readonly steps?: readonly (MatchStep | null)[];
  /** Full marks. */
  readonly right: boolean;
  /** In points. */
  readonly marks: number;
  readonly of: number;
  readonly rule: string;
  readonly guess: boolean;
  /** The learner overruled the marking ("算我对"). */
  readonly overrule?: boolean;
  /** The time for this item ran out. */
  readonly expired?: boolean;
  /** What was picked or typed when the time ran out; it earns nothing, but nothing typed is lost. */
  readonly draft?: readonly string[];
  readonly rating: Rating;
  /** From the question's appearing to the answer. */
  readonly ms: number;
  /** Key points were confirmed after the paper was handed in: the answer itself is the one before. */
  readonly remarked?: boolean;
}

export const ENDINGS = ['submitted', 'timed-out', 'quit'] as const;
export type Ending = (typeof ENDINGS)[number];

export interface SessionEnded extends EventBase {
  readonly type: 'session-ended';
  readonly session: string;
  readonly how: Ending;
  /** Of an exam: time used up in all. */
  readonly usedMs?: number;
}

/** An exam was left with the clock at rest. `usedMs`: time used up so far. */
export interface Paused extends EventBase {
  readonly type: 'paused';
  readonly session: string;
  readonly usedMs: number;
}

/** An exam was taken up again. `awayMs`: how long nobody sat it; in a strict exam that time is used up too. */
export interface Resumed extends EventBase {
  readonly type: 'resumed';
  readonly session: string;
  readonly usedMs: number;
  readonly awayMs: number;
}

/** A question to come back to. */
export interface Flagged extends EventBase {
  readonly type: 'flagged';
  readonly session: string;
  readonly item: string;
  readonly on: boolean;
}

/** Time spent on a question of an exam without an answer. */
export interface Viewed extends EventBase {
  readonly type: 'viewed';
  readonly session: string;
  readonly item: string;
  readonly ms: number;
}

/** Undo: the event `target` no longer counts. */
export interface Voided extends EventBase {
  readonly type: 'voided';
  readonly target: string;
}

export interface Starred extends EventBase {
  readonly type: 'starred';
  readonly item: string;
  readonly on: boolean;
}

/** Put away: not asked until taken back. */
export interface Suspended extends EventBase {
  readonly type: 'suspended';
  readonly item: string;
  readonly on: boolean;
}

/** The learner's own note on an item; an empty text takes it away. */
export interface Noted extends EventBase {
  readonly type: 'noted';
  readonly item: string;
  readonly text: string;
}

/** A page of `quiz study` was turned to: reading goes on there the next time. It is no result. */
export interface Studied extends EventBase, StudiedPage {
  readonly type: 'studied';
}

/** Why an answer was wrong, as the learner says. A later one for the same answer takes its place. */
export interface CauseGiven extends EventBase {
  readonly type: 'cause';
  /** The id of the answered event. */
  readonly target: string;
  readonly item: string;
  readonly cause: Cause;
}

/**
 * A review made in another program. In the schedule it counts as an answer of a drill does; it has no response, so it is
 * no result. What it says, id and device included, follows from the row that it came from and from nothing else: the same row
 * brought in on two machines is one event.
 */
export interface Imported extends EventBase {
  readonly type: 'imported';
  readonly item: string;
  /** Every rating but `again`. */
  readonly right: boolean;
  readonly rating: Rating;
  /** Time spent on it, where the row says so. */
  readonly ms?: number;
}

/** An event of a newer version, or of a kind this program has no use for: kept, never counted. */
export interface UnknownEvent extends EventBase {
  readonly type: `unknown`;
}

/** An event as it is about to be written: the store adds id, time and device. What is brought in from elsewhere has its own. */
export type NewEvent = {
  [E in HistoryEvent as E['type']]: Omit<E, 'id' | 'at' | 'device'>;
}[Exclude<HistoryEvent['type'], 'unknown' | 'imported'>];
