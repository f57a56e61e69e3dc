import { backupsIn, readBackup } from './backups.ts';
import { entriesIn } from './history-entries.ts';
import { StoreFault } from './store-fault.ts';

/** Unpacking and reading one of a long history takes a second. */
const MOST = 5;

/** The newest of the last backups that holds events other than these, and how many; null where none does. */
export function newestWithMore(
  folder: string,
  ids: ReadonlySet<string>,
): { readonly name: string; readonly events: number } | null {
  for (const { name, path } of backupsIn(folder).slice(0, MOST)) {
    const events = entriesOf(path).filter(({ id }) => !ids.has(id)).length;
    if (events > 0) return { name, events };
  }
  return null;
}

function entriesOf(path: string) {
  try {
    return entriesIn(readBackup(path)).entries;
  } catch (error) {
    // One that is damaged itself has nothing to give.
    if (error instanceof StoreFault) return [];
    throw error;
  }
}
