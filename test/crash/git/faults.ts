import type { GitPlan, Misdeed } from '../../support/faulty-git.ts';

/** A kind of fault, and every way to bring it upon a run that calls git so many times. */
export interface GitFault {
  readonly name: string;
  /** The program goes on to its end, and has the time to clear up. */
  readonly isMere: boolean;
  plans(calls: number): readonly GitPlan[];
}

const REFUSAL: Misdeed = { kind: 'refuses', said: 'something went wrong' };
const FULL: Misdeed = { kind: 'refuses', said: 'write error: No space left on device' };

/** The first block of a file, or what comes behind it. */
const BLOCKS = [0, 1];
/** A call of git on a small repository is over in some milliseconds. */
const MOMENTS_MS = [1, 3, 6];

const each = (calls: number, plansAt: (nth: number) => readonly Omit<GitPlan, 'nth'>[]): GitPlan[] =>
  Array.from({ length: calls }, (_, at) => plansAt(at + 1).map((plan) => ({ nth: at + 1, ...plan }))).flat();

export const gitFaults: readonly GitFault[] = [
  { name: 'git fails', isMere: true, plans: (calls) => each(calls, () => [{ misdeed: REFUSAL }]) },
  {
    name: 'git finds the disk full, once or from then on',
    isMere: true,
    plans: (calls) => each(calls, () => [{ misdeed: FULL }, { misdeed: FULL, isForGood: true }]),
  },
  {
    name: 'git does it and says that it failed',
    isMere: true,
    plans: (calls) => each(calls, () => [{ misdeed: { kind: 'denies' } }]),
  },
  {
    name: 'git cannot write, or not to the end',
    isMere: true,
    plans: (calls) => each(calls, () => BLOCKS.map((blocks) => ({ misdeed: { kind: 'cannot-write', blocks } }))),
  },
  {
    name: 'git is killed as it writes',
    isMere: true,
    plans: (calls) => each(calls, () => BLOCKS.map((blocks) => ({ misdeed: { kind: 'dies-writing', blocks } }))),
  },
  {
    name: 'git is killed at some moment',
    isMere: true,
    plans: (calls) => each(calls, () => MOMENTS_MS.map((ms) => ({ misdeed: { kind: 'dies-at', ms } }))),
  },
  {
    name: 'the program is killed before or behind a call of git',
    isMere: false,
    plans: (calls) =>
      each(calls, () => [
        { misdeed: null, killsProgram: 'before' },
        { misdeed: null, killsProgram: 'after' },
      ]),
  },
  {
    name: 'git and the program are killed',
    isMere: false,
    plans: (calls) =>
      each(calls, () => [
        { misdeed: { kind: 'dies-writing', blocks: 0 }, killsProgram: 'after' },
        { misdeed: { kind: 'dies-at', ms: 3 }, killsProgram: 'after' },
      ]),
  },
];
