import { type Day, parseDay } from '../core/day.ts';
import type { Messages } from '../messages/messages.ts';
import { EXIT, UserError } from './errors.ts';

/** Turns the values of flags into what they mean; a value that means nothing says what would be allowed. */
export interface Values {
  wholeNumber(flag: string, value: string | undefined, least: number, most: number): number | null;
  number(flag: string, value: string | undefined, least: number, most: number): number | null;
  /** `30s`, `2m`; in seconds. */
  duration(flag: string, value: string | undefined): number | null;
  day(flag: string, value: string | undefined): Day | undefined;
  oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T;
  /** Stops, saying what would be allowed. */
  refuse(flag: string, value: string, allowed: string): never;
}

export function valuesFor(words: Messages): Values {
  const refuse = (flag: string, value: string, allowed: string): never => {
    throw new UserError('WRONG_VALUE', EXIT.usage, words.errors.wrongValue(flag, value), words.errors.allowed(allowed));
  };
  return {
    refuse,
    wholeNumber(flag, value, least, most) {
      if (value === undefined) return null;
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      return number >= least && number <= most ? number : refuse(flag, value, words.errors.wholeNumber(least, most));
    },
    number(flag, value, least, most) {
      if (value === undefined) return null;
      const number = /^\d{1,6}(\.\d{1,6})?$|^\.\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
      return number >= least && number <= most ? number : refuse(flag, value, words.errors.number(least, most));
    },
    duration(flag, value) {
      if (value === undefined) return null;
      const match = /^(\d{1,5})(s|m|min)?$/.exec(value);
      const seconds = match ? Number(match[1]) * (match[2]?.startsWith('m') ? 60 : 1) : 0;
      return seconds >= 1 && seconds <= 86_400 ? seconds : refuse(flag, value, words.errors.duration);
    },
    day(flag, value) {
      if (value === undefined) return undefined;
      return parseDay(value) ?? refuse(flag, value, words.errors.date);
    },
    oneOf(flag, value, allowed) {
      return allowed.find((each) => each === value) ?? refuse(flag, value, allowed.join(', '));
    },
  };
}
