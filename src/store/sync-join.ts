import type { Day } from '../core/day.ts';
import { examine, isUnion, settle } from '../core/sync/histories.ts';
import { type Files, mergePaths } from '../core/sync/merge-paths.ts';
import { blobId, type GitObjects } from './git-objects.ts';
import type { GitTexts } from './git-texts.ts';
import { isNewer } from './history-tail.ts';
import { SyncFault } from './sync-fault.ts';
import {
  compareFiles,
  filesOfHistories,
  type HistoryFiles,
  hasEachIdOnce,
  isHistory,
  loadHistories,
  readFiles,
  sharedLines,
  stored,
} from './sync-histories.ts';

export interface JoinedHistories {
  readonly files: HistoryFiles;
  /** Ids under which two machines say different things; both events are kept. */
  readonly conflicts: readonly string[];
}

/**
 * The events of this home and of the others in one. Git merges the lines; its work is accepted where every line is an event,
 * every event of both sides is there, once, and no other. Else the union is made by event.
 */
export async function joinHistories(
  here: HistoryFiles,
  others: HistoryFiles,
  base: Files,
  { objects, texts, today }: { readonly objects: GitObjects; readonly texts: GitTexts; readonly today: Day },
): Promise<JoinedHistories> {
  requireSound(here, others);
  const fromOthers = compareFiles(others, here);
  if (fromOthers.lost.length === 0 && isOnlyMine(here, others, base)) return { files: here, conflicts: [] };
  const candidate = await mergedByLines(here, others, base, objects, texts);
  if (candidate) {
    const fromHere = compareFiles(here, candidate);
    const { hasRepeats, conflicts } = examined(candidate);
    const isSound = fromHere.fault === null && !hasRepeats && isUnion([fromHere, compareFiles(others, candidate)]);
    if (isSound) return { files: candidate, conflicts };
  }
  const settled = settle([readFiles(here).histories, readFiles(others).histories], today);
  return { files: filesOfHistories(settled), conflicts: examine(settled).conflicts };
}

/** What others put there is not believed: a damaged history is refused, and the line named. */
function requireSound(here: HistoryFiles, others: HistoryFiles): void {
  for (const [path, content] of others) if (isNewer(content)) throw new SyncFault('REMOTE_NEWER', { place: path });
  const { fault } = compareFiles(here, others);
  if (fault) throw new SyncFault('REMOTE_DAMAGED', { said: fault.path, line: fault.line, reason: fault.reason });
}

/** Whether the others have nothing that both did not begin with; then there is nothing to merge, and nothing new to look through. */
function isOnlyMine(here: HistoryFiles, others: HistoryFiles, base: Files): boolean {
  const ids = new Map([...others].map(([path, content]) => [path, blobId(content)]));
  const before = [...base.keys()].filter(isHistory);
  const isAsBefore = before.length === ids.size && before.every((path) => ids.get(path) === base.get(path));
  return (
    isAsBefore || ([...others].every(([path, content]) => here.get(path)?.equals(content)) && here.size === others.size)
  );
}

/** Git's merge, file by file; null where it has nothing to go by. */
async function mergedByLines(
  here: HistoryFiles,
  others: HistoryFiles,
  base: Files,
  objects: GitObjects,
  texts: GitTexts,
): Promise<HistoryFiles | null> {
  const before = new Map([...base].filter(([path]) => isHistory(path)));
  const { files, contests } = mergePaths(before, await stored(here, objects), await stored(others, objects));
  const merged = new Map(await loadHistories(files, objects));
  for (const { path, base: old, mine: one, theirs: other } of contests) {
    // Deleted by one side and changed by the other: the events are what counts.
    const only = one === null ? other : other === null ? one : null;
    const [mine, theirs] = [here.get(path), others.get(path)];
    if (only) merged.set(path, await objects.read(only));
    else {
      const text = old && mine && theirs ? await unionBehindShared(await objects.read(old), mine, theirs, texts) : null;
      if (text === null) return null;
      merged.set(path, text);
    }
  }
  return merged;
}

/** The lines that all three begin with need not be looked at: they are as long as the years, and the rest is of days. */
async function unionBehindShared(base: Buffer, mine: Buffer, theirs: Buffer, texts: GitTexts): Promise<Buffer | null> {
  const shared = Math.min(sharedLines(base, mine), sharedLines(base, theirs));
  const rest = [base, mine, theirs].map((side) => side.subarray(shared)) as [Buffer, Buffer, Buffer];
  const merged = await texts.union(...rest);
  return merged && Buffer.concat([mine.subarray(0, shared), merged]);
}

/** What is looked for in a merge. Where every id is seen at the head of its line, and once, there is no more to find. */
function examined(files: HistoryFiles): ReturnType<typeof examine> {
  return hasEachIdOnce(files) ? { hasRepeats: false, conflicts: [] } : examine(readFiles(files).histories);
}
