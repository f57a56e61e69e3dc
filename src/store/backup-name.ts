import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Backup, backupsIn } from './backups.ts';
import { errnoOf } from './store-fault.ts';

export type Named =
  | { readonly kind: 'backup'; readonly backup: Backup }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'none' };

/**
 * What somebody means: a backup of the folder by its whole name, with or without its beginning and end, else a file, else a
 * backup by how its name begins. `path` is where the name leads as a path.
 */
export function backupNamed(folder: string, name: string, path: string): Named {
  const backups = backupsIn(folder);
  const whole = backups.find((backup) => [backup.name, basename(backup.path)].includes(name));
  if (whole) return { kind: 'backup', backup: whole };
  const own = backups.find((backup) => backup.path === path);
  if (own) return { kind: 'backup', backup: own };
  if (name !== '' && isFile(path)) return { kind: 'file', path };
  const begun = basename(name) === name && name !== '' ? backups.filter(begins(name)) : [];
  if (begun.length > 1) return { kind: 'several', count: begun.length };
  return begun[0] ? { kind: 'backup', backup: begun[0] } : { kind: 'none' };
}

/** Also false of what is no path at all. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

const begins = (name: string) => (backup: Backup) =>
  [backup.name, basename(backup.path)].some((each) => each.startsWith(name));
