import type { Call, Misdeed, Script } from '../support/faulty-disk.ts';

/** A kind of fault, and every way to bring it upon the calls of a faultless run. */
export interface FaultClass {
  readonly name: string;
  /** The program went on to its end: it had the time to clear up, and what failed may be tried again. */
  readonly isMere: boolean;
  /** At most one action failed; what came after it was kept, and of what failed nothing is there. */
  readonly isSingle: boolean;
  /** What is lost of what was not synced. */
  readonly losesUnsynced: boolean;
  injections(calls: readonly Call[]): readonly Injection[];
}

export interface Injection {
  readonly about: string;
  /** The kind of the call that goes wrong. */
  readonly on: string | null;
  readonly script: Script;
}

const onCall = ({ nth, kind, nthOfKind }: Call, misdeed: Misdeed, word: string): Injection => ({
  about: `${kind} ${nthOfKind} ${word}`,
  on: kind,
  script: (call) => (call.nth === nth ? misdeed : null),
});

const isWrite = ({ kind }: Call): boolean => kind === 'write';

const isThorough = process.env.QUIZ_FAULTS === 'all';
/** Otherwise one that the program takes for a reason and one that it does not, by turns. */
const ERRNOS = ['EIO', 'EACCES', 'ENOSPC', 'EPERM', 'EINTR', 'EMFILE', 'EROFS'];
/** How often the power fails at each call. */
const POWER_CUTS = Number(process.env.QUIZ_POWER_CUTS ?? 2);

export const faultClasses: readonly FaultClass[] = [
  {
    name: 'one call fails',
    isMere: true,
    isSingle: true,
    losesUnsynced: false,
    injections: (calls) =>
      calls.flatMap((call) => {
        const errnos = isThorough ? ERRNOS : [ERRNOS[call.nth % 2] as string];
        return errnos.map((errno) => onCall(call, { kind: 'fails', errno }, `fails with ${errno}`));
      }),
  },
  {
    name: 'calls fail from one on',
    isMere: true,
    isSingle: false,
    losesUnsynced: false,
    injections: (calls) =>
      calls.map(({ kind, nthOfKind }) => ({
        about: `${kind} ${nthOfKind} and all later fail with ENOSPC`,
        on: kind,
        script: (call) =>
          call.kind === kind && call.nthOfKind >= nthOfKind ? { kind: 'fails', errno: 'ENOSPC' } : null,
      })),
  },
  {
    name: 'a write takes half',
    isMere: true,
    isSingle: true,
    losesUnsynced: false,
    injections: (calls) => calls.filter(isWrite).map((call) => onCall(call, { kind: 'takes-half' }, 'takes half')),
  },
  {
    name: 'the disk is full in the middle of a write',
    isMere: true,
    isSingle: false,
    losesUnsynced: false,
    injections: (calls) =>
      calls.filter(isWrite).map(({ nthOfKind }) => ({
        about: `write ${nthOfKind} takes half, then all fail with ENOSPC`,
        on: 'write',
        script({ kind, nthOfKind: at }) {
          if (kind !== 'write' || at < nthOfKind) return null;
          return at === nthOfKind ? { kind: 'takes-half' } : { kind: 'fails', errno: 'ENOSPC' };
        },
      })),
  },
  {
    name: 'the program is killed',
    isMere: false,
    isSingle: false,
    losesUnsynced: false,
    injections: (calls) =>
      calls.flatMap((call) => [
        onCall(call, { kind: 'stops', done: 'nothing' }, 'is not reached'),
        ...(isWrite(call) ? [onCall(call, { kind: 'stops', done: 'half' }, 'is cut short')] : []),
      ]),
  },
  {
    name: 'the power fails',
    isMere: false,
    isSingle: false,
    losesUnsynced: true,
    injections: (calls) => [
      ...calls.flatMap((call) =>
        Array.from({ length: POWER_CUTS }, (_, cut) =>
          onCall(call, { kind: 'stops', done: cut % 2 === 0 ? 'all' : 'nothing' }, `is the last, cut ${cut}`),
        ),
      ),
      ...Array.from({ length: POWER_CUTS * 4 }, (_, cut) => ({
        about: `at the end, cut ${cut}`,
        on: null,
        script: () => null,
      })),
    ],
  },
];
