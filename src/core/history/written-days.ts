import type { Day } from '../day.ts';

/** The study days that stand in events, seen from one day. A wrong clock shows here, not in the days that they are taken for. */
export interface WrittenDays {
  /** The latest of all; a day to come means that a clock was wrong. */
  readonly latestOn: Day;
  /** The latest of the events that are taken as they are dated. */
  readonly soundUntil: Day;
  /** The earliest of those that are taken to be dated in the future; infinite where none is. */
  readonly futureFrom: Day;
}

export const NO_DAYS: WrittenDays = { latestOn: 0, soundUntil: 0, futureFrom: Number.POSITIVE_INFINITY };

/** Of events that are placed by one another. */
export function daysAmong(days: ArrayLike<Day>, today: Day): WrittenDays {
  let [sound, future, latest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  for (let n = 0; n < days.length; n++) {
    const on = days[n] as Day;
    if (on > latest) latest = on;
    if (on > today + 1) future = Math.min(future, on);
    else if (on > sound) sound = on;
  }
  // Where none is sound, those of the future are placed by today itself.
  const isOfToday = future !== Number.POSITIVE_INFINITY && sound === Number.NEGATIVE_INFINITY;
  return {
    latestOn: latest,
    soundUntil: isOfToday ? today + 1 : sound,
    futureFrom: isOfToday ? today + 2 : future,
  };
}

/** With one event more that is taken as it is dated. */
export const withDay = (days: WrittenDays, on: Day): WrittenDays =>
  daysOfBoth(days, { latestOn: on, soundUntil: on, futureFrom: Number.POSITIVE_INFINITY });

export const daysOfBoth = (one: WrittenDays, other: WrittenDays): WrittenDays => ({
  latestOn: Math.max(one.latestOn, other.latestOn),
  soundUntil: Math.max(one.soundUntil, other.soundUntil),
  futureFrom: Math.min(one.futureFrom, other.futureFrom),
});

/** Whether the same events come to the same on this day: none is dated in the future any more that was, and none that was not. */
export const holdsOn = ({ soundUntil, futureFrom }: WrittenDays, today: Day): boolean =>
  soundUntil <= today + 1 && futureFrom > today + 1;
