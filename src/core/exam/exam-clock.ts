import { type Instant, parseInstant } from '../day.ts';
import type { HistoryEvent } from '../history/event.ts';

/** How much of an exam's time is used up, as its events tell. */
export interface UsedTime {
  readonly usedMs: number;
  /** The last moment at which the exam is known to have been under way, or left. */
  readonly lastMs: number;
  /** It was left by its owner, not cut off. */
  readonly paused: boolean;
}

/**
 * Time used up to the last event of an exam. While the program runs its clock is the wall's, so that a suspended machine
 * does not stop it; while it is closed the clock rests, except in a strict exam, whose time is simply what passed since
 * it began. A clock that was set back uses up nothing.
 */
export function usedTime(events: readonly HistoryEvent[], strict: boolean): UsedTime {
  const first = events[0] ? msOf(events[0]) : 0;
  let usedMs = 0;
  let lastMs = first;
  let paused = false;
  for (const event of events) {
    const ms = Math.max(lastMs, msOf(event));
    if (event.type === 'resumed' && !strict) usedMs = event.usedMs;
    else if (event.type === 'paused' && !strict) usedMs = Math.max(usedMs, event.usedMs);
    else if (strict || !paused) usedMs += ms - lastMs;
    paused = event.type === 'paused';
    lastMs = ms;
  }
  return { usedMs, lastMs, paused };
}

const msOf = (event: HistoryEvent): number => parseInstant(event.at)?.ms ?? 0;

/** A gap between the two clocks that is no rounding: the machine slept, or the wall's clock was set. */
const JUMP_MS = 50;

/**
 * The clock of a running exam. It goes by a steady clock, which is not moved by what is done to the wall's; where that
 * one went on alone, as while the machine slept, what passed on the wall counts. The clocks are not compared any closer:
 * the wall's is read in whole milliseconds, and the more of the two, taken at every reading, would run fast.
 */
export class ExamClock {
  #usedMs: number;
  #wallMs: number;
  #steadyMs: number;

  /** `steadyMs` counts from any moment, and never goes back. */
  constructor(usedMs: number, now: Instant, steadyMs: number) {
    this.#usedMs = usedMs;
    this.#wallMs = now.ms;
    this.#steadyMs = steadyMs;
  }

  /** Milliseconds used up by now. */
  read(now: Instant, steadyMs: number): number {
    const byWall = now.ms - this.#wallMs;
    const bySteady = Math.max(0, steadyMs - this.#steadyMs);
    this.#usedMs += byWall - bySteady > JUMP_MS ? byWall : bySteady;
    this.#wallMs = now.ms;
    this.#steadyMs = steadyMs;
    return this.#usedMs;
  }
}

/** How many questions should be answered by now, were the time shared out by marks; null without a limit. */
export function paceOf(worth: readonly number[], usedMs: number, limitMs: number | null): number | null {
  if (limitMs === null || limitMs <= 0) return null;
  const total = worth.reduce((sum, points) => sum + points, 0);
  const due = total * Math.min(1, usedMs / limitMs);
  let passed = 0;
  const behind = worth.findIndex((points) => {
    passed += points;
    return passed > due;
  });
  return behind < 0 ? worth.length : behind;
}
