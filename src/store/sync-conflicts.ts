import fs from 'node:fs';
import { dirname, join } from 'node:path';
import type { Contest } from '../core/sync/merge-paths.ts';
import { attempt, ensureFolder, writeAtomically } from './atomic-file.ts';
import type { GitObjects } from './git-objects.ts';
import { blobId } from './git-objects.ts';
import type { GitTexts } from './git-texts.ts';
import { naming, orNull } from './store-fault.ts';
import { hasMarks } from './sync-live.ts';
import type { Shown } from './sync-state.ts';

/** What somebody made of a text with conflict marks. */
export interface Resolved {
  readonly path: string;
  /** The id of the content that shall stand. */
  readonly mine: string;
  /** What they had before them of the others' version. */
  readonly theirs: string;
}

/**
 * The texts with marks, in `sync/banks/…` where their owner edits them. One that has no marks any more is a resolution.
 * Where the bank itself was changed meanwhile, that change is added, if it can be.
 */
export async function resolutions(
  folder: string,
  shown: readonly Shown[],
  live: ReadonlyMap<string, string>,
  objects: GitObjects,
  texts: GitTexts,
): Promise<{ readonly resolved: readonly Resolved[]; readonly blocked: readonly string[] }> {
  const resolved: Resolved[] = [];
  const blocked: string[] = [];
  for (const { path, mine, theirs, marked } of shown) {
    const content = textAt(folder, path);
    const isDone =
      content !== null && blobId(content) !== marked && !hasMarks(content) && /\S/.test(content.toString('latin1'));
    if (!isDone) continue;
    const id = await objects.write(content);
    const now = live.get(path) ?? null;
    const both = now === mine ? null : await texts.merge({ base: mine, mine: now, theirs: id });
    if (both === null) resolved.push({ path, mine: id, theirs });
    else if (both.kind === 'clean') resolved.push({ path, mine: await objects.write(both.text), theirs });
    else blocked.push(path);
  }
  return { resolved, blocked };
}

/** A conflict to show; `live` is what this home has, which is not `mine` where a resolution met a new change. */
export interface ToShow extends Contest {
  readonly live: string | null;
}

/**
 * Shows these conflicts and no others. A text that its owner is at work on is left alone; one that is not needed any more is
 * put aside.
 */
export async function show(
  folder: string,
  before: readonly Shown[],
  conflicts: readonly ToShow[],
  texts: GitTexts,
): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const conflict of conflicts) {
    const old = before.find(({ path }) => path === conflict.path);
    const now = await shownNow(folder, old, conflict, texts);
    if (now) shown.push(now);
  }
  for (const { path, marked } of before) {
    if (shown.some((each) => each.path === path)) continue;
    const content = textAt(folder, path);
    if (content !== null && (blobId(content) === marked || !hasMarks(content))) fs.rmSync(join(folder, path));
    else if (content !== null) putAside(folder, path);
    removeEmpty(folder, dirname(path));
  }
  return shown;
}

async function shownNow(
  folder: string,
  old: Shown | undefined,
  { live, ...contest }: ToShow,
  texts: GitTexts,
): Promise<Shown | null> {
  const { path, theirs } = contest;
  const content = textAt(folder, path);
  const isAtWork = content !== null && blobId(content) !== old?.marked && hasMarks(content);
  if (old && content !== null && (isAtWork || (old.mine === live && old.theirs === theirs))) return old;
  const merged = await texts.merge(contest);
  if (merged.kind !== 'marked' || live === null || theirs === null) return null;
  if (isAtWork) putAside(folder, path);
  naming('CANNOT_WRITE', join(folder, path), () => ensureFolder(dirname(join(folder, path))));
  writeAtomically(join(folder, path), merged.text, 0o600);
  return { path, mine: live, theirs, marked: blobId(merged.text) };
}

function textAt(folder: string, path: string): Buffer | null {
  const file = join(folder, path);
  return naming('CANNOT_READ', file, () => orNull(() => (fs.lstatSync(file).isFile() ? fs.readFileSync(file) : null)));
}

function putAside(folder: string, path: string): void {
  for (let copy = 1; ; copy++) {
    const aside = join(folder, `${path}.aside-${copy}`);
    if (orNull(() => fs.lstatSync(aside)) !== null) continue;
    naming('CANNOT_WRITE', aside, () => fs.renameSync(join(folder, path), aside));
    return;
  }
}

function removeEmpty(folder: string, path: string): void {
  for (let each = path; each !== '.' && each !== ''; each = dirname(each))
    attempt(() => fs.rmdirSync(join(folder, each)));
}
