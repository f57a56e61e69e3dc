import { resolve } from 'node:path';
import { studyDayOf } from '../core/day.ts';
import { byDay } from '../core/history/restore.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { type RestoreReport, renderRestore, renderRestoreJson } from '../report/history-restore.ts';
import { backupNamed } from '../store/backup-name.ts';
import type { Backup } from '../store/backups.ts';
import { filesOfArchive } from '../store/history-files.ts';
import { isNewer } from '../store/history-tail.ts';
import { replaceHistory } from '../store/replace-history.ts';
import { type Restoring, restoring } from '../store/restore.ts';
import { readHistoryFile } from '../store/steady-file.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { goAhead } from './go-ahead.ts';

export interface RestoreOptions {
  readonly keepLater?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `quiz history restore NAME`: shows what will be there, what comes and what goes, asks, and puts the backup in the place of the
 * history, which is itself backed up first. With `--keep-later` the two are united.
 */
export async function runHistoryRestore(context: Context, name: string, options: RestoreOptions): Promise<ExitCode> {
  const { backups: words } = context.words;
  const { home, io, print } = context;
  const chosen = chosenBackup(context, name);
  const present = readHistoryFile(home.history) ?? Buffer.alloc(0);
  if (isNewer(present)) throw new StoreFault('HISTORY_NEWER', { path: home.history });
  const plan = planOf(context, chosen.path, present, options.keepLater ?? false);
  const report = reportOf(chosen, plan, options.keepLater ?? false, plan.bytes.equals(present));
  const why = report.reason === null ? null : (words.reasons[report.reason] ?? report.reason);
  const tell = (changed: boolean, undo: string | null): void => {
    if (options.json) io.output.write(renderRestoreJson(report, changed, undo));
  };
  if (!options.json)
    io.output.write(report.isSame ? `${words.plan.nothing}\n` : renderRestore(report, why, words.plan));
  const { yes = false, json = false, dryRun = false } = options;
  if (report.isSame || dryRun || (json && !yes)) tell(false, null);
  if (report.isSame) return EXIT.done;
  const lacking = { message: words.needsYes, hint: words.needsYesHint };
  const isWanted = !dryRun && (await goAhead(context, { yes, quiet: json, question: words.ask, lacking }));
  if (!isWanted) {
    if (!json) print(dryRun ? words.dryRun : words.declined);
    return EXIT.done;
  }
  const undo = putBack(context, present, plan.bytes);
  tell(true, undo);
  if (options.json) return EXIT.done;
  print(words.restored(plan.entries.length));
  if (undo !== null) print(words.undo(undo));
  if (report.faults > 0 && !isMended(plan, report)) context.notice(words.thenRepair);
  return EXIT.done;
}

interface Chosen {
  readonly path: string;
  readonly name: string;
  readonly backup: Backup | null;
}

function chosenBackup({ home, io, words: { backups: words } }: Context, name: string): Chosen {
  const named = backupNamed(home.backups, name, resolve(io.cwd, name));
  switch (named.kind) {
    case 'backup':
      return { path: named.backup.path, name: named.backup.name, backup: named.backup };
    case 'file':
      return { path: named.path, name: safeLine(name), backup: null };
    case 'several':
      throw new UserError('BACKUP_NOT_FOUND', EXIT.notFound, words.several(name, named.count), words.listHint);
    case 'none':
      throw new UserError('BACKUP_NOT_FOUND', EXIT.notFound, words.unknown(name), words.listHint);
  }
}

function planOf(context: Context, path: string, present: Buffer, keepLater: boolean): Restoring {
  const { backups: words } = context.words;
  const backup = readHistoryFile(path) ?? Buffer.alloc(0);
  const archive = filesOfArchive(context.home).flatMap((file) => readHistoryFile(file) ?? []);
  try {
    return restoring({ path, backup, present, archive, keepLater, today: studyDayOf(context.io.now()) });
  } catch (error) {
    if (error instanceof StoreFault && error.code === 'NOT_A_HISTORY')
      throw new UserError(error.code, EXIT.data, words.foreign(path), words.listHint);
    if (error instanceof StoreFault && error.code === 'HISTORY_NEWER')
      throw new UserError(error.code, EXIT.data, words.newer(path), words.newerHint);
    throw error;
  }
}

function reportOf({ name, backup }: Chosen, plan: Restoring, keepLater: boolean, isSame: boolean): RestoreReport {
  const days = byDay(plan.entries);
  return {
    name,
    reason: backup?.reason ?? null,
    faults: plan.faults,
    keepLater,
    isSame,
    after: { events: plan.entries.length, firstOn: days[0]?.day ?? null, lastOn: days.at(-1)?.day ?? null },
    later: byDay(plan.later),
    comes: plan.comes,
    archived: plan.archived,
    conflicts: plan.conflicts,
  };
}

/** The name of the backup of what was there before; null where nothing was. */
function putBack({ home, io, words: { backups: words } }: Context, present: Buffer, next: Buffer): string | null {
  const make = (current: Buffer | null): Buffer => {
    // What was answered since the plan was shown is in no plan that anybody agreed to.
    if (!(current ?? Buffer.alloc(0)).equals(present))
      throw new UserError('CHANGED_MEANWHILE', EXIT.data, words.changedMeanwhile, words.changedMeanwhileHint);
    return next;
  };
  const options = { reason: 'before-restore', backups: home.backups, now: io.now() } as const;
  const { backup } = replaceHistory(home.history, make, options);
  return backup?.name ?? null;
}

/** Written anew from what could be read, it holds no damage any more. */
const isMended = (plan: Restoring, { keepLater }: RestoreReport): boolean => keepLater || plan.archived > 0;
