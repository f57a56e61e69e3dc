import { carriedAs, HISTORY, Names } from '../core/sync/carried.ts';
import { LARGEST_BANK_BYTES } from './bank-limits.ts';
import { blobId, type GitObjects, PLAIN_FILE, type TreeEntry } from './git-objects.ts';
import { SyncFault } from './sync-fault.ts';

/** A state of the repository: what is carried from machine to machine, and whatever else somebody put there. */
export interface SyncTree {
  /** Ids of contents by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Kept as they are, and never written to a learner's home. */
  readonly extras: ReadonlyMap<string, TreeEntry>;
}

/** By this file a repository is known as one of quiz. */
export const MARKER = 'quiz-sync.json';
const VERSION = 1;

const ATTRIBUTES = ['* -text', 'history.json merge=union', 'archive/*.json merge=union', ''].join('\n');

/** What every state holds besides. With these attributes a merge of git's own, by whatever tool, keeps both sides' events. */
export const FIXED: ReadonlyMap<string, Buffer> = new Map([
  [MARKER, Buffer.from(`{"format":"quiz-sync","version":${VERSION}}\n`)],
  ['.gitattributes', Buffer.from(ATTRIBUTES)],
]);

export const NO_TREE: SyncTree = { files: new Map(), extras: new Map() };

/** Reads a state of this machine. */
export async function readTree(objects: GitObjects, commit: string | null): Promise<SyncTree> {
  return commit === null ? { files: new Map(), extras: new Map() } : treeOf(await objects.list(commit));
}

/** Reads a state that may come from anybody; one that is not ours, or of a version to come, is refused. */
export async function readForeignTree(objects: GitObjects, commit: string, place: string): Promise<SyncTree> {
  const entries = await objects.list(commit);
  const owner = await ownerOf(entries, objects);
  if (owner !== 'ours') throw new SyncFault(owner === 'newer' ? 'REMOTE_NEWER' : 'REMOTE_FOREIGN', { place });
  return treeOf(entries);
}

async function ownerOf(entries: readonly TreeEntry[], objects: GitObjects): Promise<'ours' | 'newer' | 'foreign'> {
  const marker = entries.find(({ path }) => path === MARKER);
  if (!marker || !isFile(marker) || marker.size > LARGEST_MARKER_BYTES) return 'foreign';
  if (marker.id === blobId(FIXED.get(MARKER) as Buffer)) return 'ours';
  const { format, version } = parsed(await objects.read(marker.id));
  if (format !== 'quiz-sync' || !Number.isInteger(version)) return 'foreign';
  return (version as number) > VERSION ? 'newer' : 'ours';
}

/**
 * What is no plain file under a plain name is left where it is. A repository that has something else in the place of the
 * history, or that would flood a disk, is refused.
 */
function treeOf(entries: readonly TreeEntry[]): SyncTree {
  const files = new Map<string, string>();
  const extras = new Map<string, TreeEntry>();
  const names = new Names();
  if (entries.length > MOST_FILES) throw new SyncFault('REMOTE_DAMAGED', { said: `${entries.length} files` });
  for (const entry of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (FIXED.has(entry.path)) continue;
    if (isSound(entry) && names.take(entry.path) === null) files.set(entry.path, entry.id);
    else if (isInTheWay(entry.path)) throw new SyncFault('REMOTE_DAMAGED', { said: entry.path });
    else extras.set(entry.path, entry);
  }
  const bytes = entries.reduce((sum, { path, size }) => sum + (files.has(path) ? size : 0), 0);
  if (bytes > LARGEST_STATE_BYTES) throw new SyncFault('REMOTE_DAMAGED', { said: `${bytes} bytes` });
  return { files, extras };
}

/** Writes a state; its id is the same wherever the same files are written. */
export async function writeTree(objects: GitObjects, { files, extras }: SyncTree, scratch: string): Promise<string> {
  const plain = [...files].map(([path, id]) => ({ path, id, mode: PLAIN_FILE }));
  for (const [path, content] of FIXED) plain.push({ path, id: await objects.write(content), mode: PLAIN_FILE });
  return objects.writeTree([...plain, ...extras.values()], scratch);
}

const MOST_FILES = 20_000;
const LARGEST_MARKER_BYTES = 4096;
/** Of all that is carried: one content may stand under many names, so that a pack of some kilobytes can hold it. */
const LARGEST_STATE_BYTES = 1024 ** 3;

const isFile = ({ mode }: TreeEntry): boolean => mode === PLAIN_FILE || mode === '100755';

const isInTheWay = (path: string): boolean =>
  [HISTORY, 'archive', 'banks'].includes(path) || path.startsWith(`${HISTORY}/`) || carriedAs(path) === 'archive';

function isSound(entry: TreeEntry): boolean {
  const { path, size } = entry;
  if (!isFile(entry)) return false;
  switch (carriedAs(path)) {
    case 'bank':
      return size <= LARGEST_BANK_BYTES;
    case null:
      return false;
    default:
      return size <= LARGEST_STATE_BYTES;
  }
}

function parsed(content: Buffer): Record<string, unknown> {
  try {
    const value = JSON.parse(content.toString('utf8')) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
