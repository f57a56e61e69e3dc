import type { Messages } from '../../messages/messages.ts';
import { EXIT, UserError } from '../errors.ts';

export interface ExamOptions {
  readonly bank?: readonly string[];
  readonly paper?: string;
  readonly minutes?: string;
  readonly seed?: string;
  readonly shuffle?: boolean;
  readonly strict?: boolean;
  readonly fresh?: boolean;
  readonly resume?: string | true;
  readonly again?: string;
  readonly report?: string;
}

/** What speaks of an exam that is known already, and what else may be said with it: all the rest is settled. */
const SETTLED = {
  report: ['--bank'],
  resume: ['--bank'],
  again: ['--bank', '--minutes', '--strict'],
} as const;

/** No flag is taken and then ignored: what cannot be had together is refused. */
export function checkTogether(options: ExamOptions, { exam }: Messages): void {
  const given = flagsOf(options);
  for (const [name, allowed] of Object.entries(SETTLED)) {
    const flag = `--${name}`;
    if (!given.includes(flag)) continue;
    const other = given.find((each) => each !== flag && !(allowed as readonly string[]).includes(each));
    if (other === undefined) continue;
    const { notTogether, notTogetherHint } = exam.errors;
    throw new UserError('WRONG_USE', EXIT.usage, notTogether(flag, other), notTogetherHint(flag, allowed.join(', ')));
  }
}

const flagsOf = (options: ExamOptions): string[] =>
  Object.entries(options).flatMap(([name, value]) => {
    if (name === 'shuffle') return value === false ? ['--no-shuffle'] : [];
    return value === undefined || value === false ? [] : [`--${name}`];
  });
