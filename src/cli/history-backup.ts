import { basename } from 'node:path';
import { formatInstant } from '../core/day.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { loadWidths, widthOf } from '../prompts/width.ts';
import { renderBackupList, renderBackupListJson } from '../report/backup-list.ts';
import { sizeOf } from '../report/quantities.ts';
import { backUp, backupsIn } from '../store/backups.ts';
import { readHistoryFile } from '../store/steady-file.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';

/** `quiz history backup`: a copy of the history as it is, kept until its owner deletes it. */
export async function runHistoryBackup(context: Context): Promise<ExitCode> {
  const { home, io, words, print } = context;
  const bytes = readHistoryFile(home.history);
  if (bytes === null || bytes.length === 0)
    throw new UserError('NOTHING_TO_BACK_UP', EXIT.notFound, words.backups.nothing, words.backups.nothingHint);
  const before = new Set(backupsIn(home.backups).map(({ name }) => name));
  const { path, name, bytes: size } = backUp(home.backups, bytes, { reason: 'asked', now: io.now() });
  const said = before.has(name) ? words.backups.madeAlready : words.backups.made;
  print(said(safeLine(path), sizeOf(size)));
  print(words.backups.goBack(name));
  return EXIT.done;
}

/** `quiz history backups` */
export async function runHistoryBackups(context: Context, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { home, io, words } = context;
  const rows = backupsIn(home.backups).map(({ path, name, at, reason, bytes }) => ({
    name,
    file: basename(path),
    at: formatInstant(at),
    reason,
    bytes,
  }));
  if (options.json) io.output.write(renderBackupListJson(rows, home.backups));
  else {
    await loadWidths();
    io.output.write(renderBackupList(rows, safeLine(home.backups), words.backups, widthOf));
  }
  return EXIT.done;
}
