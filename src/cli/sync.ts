import { parseRemote } from '../core/sync/remote.ts';
import type { Messages } from '../messages/messages.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { sync } from '../store/sync.ts';
import type { SyncFault } from '../store/sync-fault.ts';
import { type SetUp, setUp } from '../store/sync-init.ts';
import type { OnStep } from '../store/sync-meet.ts';
import type { SyncOutcome } from '../store/sync-outcome.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { asSyncError, gitWord } from './sync-faults.ts';
import { doneLines, statusLines } from './sync-lines.ts';

export interface SyncFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly mine?: readonly string[];
  readonly theirs?: readonly string[];
}

/** `quiz sync`: 1 where a bank is in conflict. A remote that cannot be reached is no failure. */
export function runSync(context: Context, flags: SyncFlags): Promise<ExitCode> {
  return told(context, () => syncNow(context, flags));
}

/** `quiz sync status` */
export function runSyncStatus(context: Context, flags: Pick<SyncFlags, 'json'>): Promise<ExitCode> {
  return told(context, () => syncNow(context, { ...flags, dryRun: true }));
}

/** `quiz sync init [REMOTE]`: sets it up, then syncs for the first time. */
export function runSyncInit(
  context: Context,
  remote: string | undefined,
  flags: Pick<SyncFlags, 'json'>,
): Promise<ExitCode> {
  return told(context, async () => {
    if (remote !== undefined && isFar(remote)) progressOn(context).step('fetching', true);
    const done = await setUp(context.home, settingsOf(context), remote, context.io.cwd);
    const say = flags.json ? context.notice : context.print;
    for (const line of setUpLines(done, remote, context)) say(line);
    return syncNow(context, flags);
  });
}

async function syncNow(context: Context, flags: SyncFlags): Promise<ExitCode> {
  const { dryRun = false, json = false } = flags;
  const progress = progressOn(context);
  const outcome = await sync(context.home, settingsOf(context), {
    dryRun,
    choices: choicesOf(context, flags),
    onStep: progress.step,
  }).finally(progress.stop);
  if (json) context.print(JSON.stringify(documentOf(outcome, dryRun, context), null, 2));
  else for (const line of (dryRun ? statusLines : doneLines)(outcome, context.words)) context.print(line);
  if (outcome.fault && outcome.fault.code !== 'REMOTE_UNREACHABLE') throw outcome.fault;
  const isUnsettled = outcome.leftOut.some(({ why }) => why === 'clash' || why === 'not-written');
  return outcome.conflicts.length > 0 || isUnsettled ? EXIT.faults : EXIT.done;
}

function isFar(remote: string): boolean {
  const parsed = parseRemote(remote);
  return typeof parsed === 'object' && parsed.kind === 'url';
}

const settingsOf = ({ io }: Context) => ({
  env: io.env,
  now: io.now(),
  mayAsk: Boolean(io.input.isTTY && io.errors.isTTY),
});

function choicesOf({ words }: Context, { mine = [], theirs = [] }: SyncFlags): ReadonlyMap<string, 'mine' | 'theirs'> {
  const both = mine.find((name) => theirs.includes(name));
  if (both !== undefined)
    throw new UserError('WRONG_USE', EXIT.usage, words.sync.onlyOneChoice, words.errors.notTogetherHint);
  return new Map([...mine.map((name) => [name, 'mine'] as const), ...theirs.map((name) => [name, 'theirs'] as const)]);
}

function setUpLines({ isNew, remote, former, created }: SetUp, typed: string | undefined, context: Context): string[] {
  const { setUp: said } = context.words.sync;
  const shown = remote === null ? null : safeLine(remote);
  if (!isNew && typed === undefined) return shown === null ? [said.addRemote] : [said.already(shown)];
  return [
    ...(isNew ? [said.made(safeLine(context.home.sync))] : []),
    ...(created && shown !== null ? [said.created(shown)] : []),
    ...(shown === null ? [said.addRemote] : [said.remote(shown)]),
    ...(former === null ? [] : [said.former(safeLine(former))]),
  ];
}

/**
 * Steps that take longer than a moment are named, to whoever sits there. One over a network is named at once: its line must
 * not come in the middle of a password.
 */
function progressOn({ io, words, notice }: Context): { step: OnStep; stop: () => void } {
  let waiting: NodeJS.Timeout | undefined;
  const stop = (): void => clearTimeout(waiting);
  const step: OnStep = (now, isFar) => {
    stop();
    if (!io.errors.isTTY) return;
    const tell = (): void => notice(words.sync.steps[now]);
    if (isFar) tell();
    else waiting = setTimeout(tell, PATIENCE_MS);
  };
  return { step, stop };
}

const PATIENCE_MS = 1000;

function documentOf(outcome: SyncOutcome, dryRun: boolean, { words }: Context) {
  const { fault, backup, ...rest } = outcome;
  return { dryRun, ...rest, backup: backup?.name ?? null, fault: fault && faultIn(fault, outcome, words) };
}

function faultIn(fault: SyncFault, { remote }: SyncOutcome, words: Messages) {
  if (fault.code === 'REMOTE_UNREACHABLE')
    return { code: fault.code, message: words.sync.offline(remote ?? ''), hint: gitWord(fault) };
  const { code, message, hint } = asSyncError(fault, words) as UserError;
  return { code, message, hint };
}

async function told(context: Context, action: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await action();
  } catch (error) {
    throw asSyncError(error, context.words);
  }
}
