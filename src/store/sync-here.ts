import { join } from 'node:path';
import type { Entry } from '../core/history/entry.ts';
import { HISTORY } from '../core/sync/carried.ts';
import { type Files, mergePaths } from '../core/sync/merge-paths.ts';
import type { GitObjects } from './git-objects.ts';
import { historyOf } from './history-entries.ts';
import type { Home } from './home.ts';
import { StoreFault } from './store-fault.ts';
import { compareFiles, type HistoryFiles, isHistory, loadHistories, readFiles, withLines } from './sync-histories.ts';
import type { Live } from './sync-live.ts';

export interface HistoriesHere {
  readonly files: HistoryFiles;
  /** Events that this home has and that were not agreed on yet. */
  readonly added: readonly Entry[];
}

/**
 * What was done to the events of this home since it was equal to `home`, on top of what was agreed. A history that was set
 * back to an older copy, or deleted, loses none of what was on record. Damage stops a run before anything is changed.
 */
export async function historiesHere(
  { directory }: Home,
  live: Live,
  trees: { readonly home: Files; readonly agreed: Files },
  objects: GitObjects,
): Promise<HistoriesHere> {
  const mine = new Map(
    [...live.files].filter(([path]) => isHistory(path)).map(([path, id]) => [path, live.contents.get(id) as Buffer]),
  );
  const before = await loadHistories(trees.agreed, objects);
  const { fault, added } = compareFiles(before, mine);
  if (fault) throw new StoreFault('HISTORY_DAMAGED', { ...fault, path: join(directory, ...fault.path.split('/')) });
  const isWhole = (files: HistoryFiles): boolean =>
    [before, mine].every((side) => compareFiles(side, files).lost.length === 0);
  const done = deedsOn(trees, live.files, before, mine);
  if (isWhole(done)) return { files: done, added };
  const kept = new Map([...done, ...stillNeeded(before, done)]);
  if (isWhole(kept)) return { files: kept, added };
  return { files: new Map([...before, [HISTORY, withLines(before.get(HISTORY) ?? historyOf([]), added)]]), added };
}

/** Each file as this home changed it, on top of what others did to it; one that it left alone as it was agreed. */
function deedsOn(
  trees: { readonly home: Files; readonly agreed: Files },
  live: Files,
  before: HistoryFiles,
  mine: HistoryFiles,
): HistoryFiles {
  const { files, contests } = mergePaths(ofHistories(trees.home), ofHistories(live), ofHistories(trees.agreed));
  const done = new Map(
    [...files].map(([path, id]) => [path, (live.get(path) === id ? mine : before).get(path) as Buffer] as const),
  );
  for (const { path } of contests) {
    const [one, other] = [before.get(path), mine.get(path)];
    if (one && other)
      done.set(path, withLines(one, compareFiles(new Map([[path, one]]), new Map([[path, other]])).added));
  }
  const isAsHere = [...done].every(([path, content]) => mine.get(path) === content);
  return isAsHere ? done : withoutArchived(done);
}

/** What others put away leaves a history that this home changed. */
function withoutArchived(files: HistoryFiles): HistoryFiles {
  const history = files.get(HISTORY);
  if (!history) return files;
  const archives = new Map([...files].filter(([path]) => path !== HISTORY));
  const { lost } = compareFiles(new Map([[HISTORY, history]]), archives);
  return new Map([...files, [HISTORY, historyOf(lost)]]);
}

const ofHistories = (files: Files): Files => new Map([...files].filter(([path]) => isHistory(path)));

/** Files that are gone although events stand in them that are nowhere else. */
function stillNeeded(before: HistoryFiles, now: HistoryFiles): HistoryFiles {
  const ids = new Set(compareFiles(before, now).lost.map(({ id }) => id));
  const gone = new Map([...before].filter(([path]) => !now.has(path)));
  const needed = [...readFiles(gone).histories].filter(([, entries]) => entries.some(({ id }) => ids.has(id)));
  return new Map(needed.map(([path]) => [path, gone.get(path) as Buffer]));
}
