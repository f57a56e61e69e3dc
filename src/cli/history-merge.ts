import { resolve } from 'node:path';
import { studyDayOf } from '../core/day.ts';
import { type GivenHistory, type MergePlan, planMerge } from '../core/history/merge-plan.ts';
import { safeText } from '../prompts/safe-text.ts';
import { type MergeOutcome, renderMergeJson } from '../report/merge-json.ts';
import { renderMergePlan, type Unreadable } from '../report/merge-report.ts';
import { readGiven } from '../store/given-history.ts';
import type { Replaced } from '../store/replace-history.ts';
import type { Context } from './context.ts';
import { dueChange } from './due-change.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { shortPath } from './faults.ts';
import { reasonText } from './store-faults.ts';
import { archivedIn, readWhole, rewrite, type WholeHistory } from './whole-history.ts';

export interface MergeOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `quiz history merge FILE…`: what other histories have and this one lacks; the files are only read. 1 where something in them cannot be read, or is contradicted. */
export async function runHistoryMerge(
  context: Context,
  paths: readonly string[],
  options: MergeOptions,
): Promise<ExitCode> {
  const files = readFiles(context, paths);
  const whole = readWhole(context);
  const today = studyDayOf(context.io.now());
  const unreadable = files.map((file) => file.unreadable);
  const plan = planMerge({ own: whole.own, archived: whole.archived, given: files, today });
  if (!options.json) showPlan(context, plan, unreadable);
  const dryRun = options.dryRun ?? false;
  const done = dryRun || plan.entries === null ? null : merge(context, whole, files, plan);
  const before = [whole.archived, whole.own];
  const due = await dueChange(context, before, plan.entries ? [whole.archived, plan.entries] : before);
  const outcome = {
    plan,
    unreadable,
    dryRun,
    changed: done?.changed ?? false,
    backup: done?.backup?.name ?? null,
    due,
  };
  if (options.json) context.io.output.write(renderMergeJson(outcome));
  else tell(context, outcome, done);
  const isDoubtful =
    unreadable.some((lines) => lines.length > 0) || plan.files.some((file) => file.conflicts.length > 0);
  return isDoubtful ? EXIT.faults : EXIT.done;
}

interface ReadFile extends GivenHistory {
  readonly unreadable: readonly Unreadable[];
}

/** All of them, before anything is done: one that is missing or no history at all stops the rest. */
const readFiles = (context: Context, paths: readonly string[]): ReadFile[] =>
  paths.map((path) => readFile(context, resolve(context.io.cwd, path)));

function readFile(context: Context, path: string): ReadFile {
  const { merge } = context.words.exchange;
  const name = shortPath(path, context.io.cwd) || path;
  const given = readGiven(path);
  switch (given.kind) {
    case 'history':
      return { name, entries: given.entries, unreadable: given.unreadable };
    case 'missing':
      throw new UserError('FILE_NOT_FOUND', EXIT.notFound, merge.missing(name), merge.missingHint);
    case 'foreign':
      throw new UserError('NOT_A_HISTORY', EXIT.usage, merge.foreign(name), merge.foreignHint);
    case 'too-large':
      throw new UserError('TOO_LARGE', EXIT.usage, merge.tooLarge(name), merge.tooLargeHint);
  }
}

/** Plans again where somebody answered, or put old events away, in the meantime. */
function merge(context: Context, whole: WholeHistory, given: readonly GivenHistory[], plan: MergePlan): Replaced {
  const today = studyDayOf(context.io.now());
  return rewrite(context, 'before-merge', (own) => {
    const isAsPlanned = own.length === whole.own.length && own.at(-1)?.text === whole.own.at(-1)?.text;
    return (isAsPlanned ? plan : planMerge({ own, archived: archivedIn(context), given, today })).entries;
  });
}

function showPlan(context: Context, plan: MergePlan, unreadable: readonly (readonly Unreadable[])[]): void {
  const { words } = context;
  const reasonOf = (code: string): string => reasonText(code, words);
  context.io.output.write(safeText(renderMergePlan(plan, unreadable, words.exchange.merge, reasonOf)));
}

function tell(context: Context, { plan, dryRun, due }: MergeOutcome, done: Replaced | null): void {
  const { merge, ...words } = context.words.exchange;
  if (plan.entries === null || done?.changed === false) return context.print(merge.nothingNew);
  const { events, answers } = plan.gain;
  if (done) context.print(events > 0 ? merge.merged(events, answers) : merge.placedAnew);
  if (due.before !== null && due.after !== null)
    context.print((dryRun ? merge.dueWould : merge.due)(due.before, due.after));
  if (dryRun) return context.print(merge.wouldMerge);
  if (!done?.backup) return context.print(words.noBackup);
  context.print(words.backup(done.backup.path));
  context.print(words.goBack(done.backup.name));
}
