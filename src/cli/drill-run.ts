import type { Ending } from '../core/history/event.ts';

export type DrillEnd = Ending;

/** The time box of a drill and the limit per question, on the program's clock; null where there is none. */
export interface Clock {
  sessionLeft(now: number): number | null;
  itemLeft(openedAt: number, now: number): number | null;
  /** The time box has run out: the question at hand was the last. */
  isOver(now: number): boolean;
}

export function clockOf(startedAt: number, limitMinutes: number | null, perItemSeconds: number | null): Clock {
  const sessionLeft = (now: number): number | null =>
    limitMinutes === null ? null : startedAt + limitMinutes * 60_000 - now;
  return {
    sessionLeft,
    itemLeft: (openedAt, now) => (perItemSeconds === null ? null : openedAt + perItemSeconds * 1000 - now),
    isOver: (now) => (sessionLeft(now) ?? 1) <= 0,
  };
}
