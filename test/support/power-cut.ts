import fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Rng } from '../../src/core/rng.ts';
import type { Witness } from './faulty-disk.ts';

/** A change of a folder that was not synced, and how it is taken back. */
type Renaming = () => void;

interface Written {
  /** What a sync made last. */
  durable: Buffer;
  isDirty: boolean;
}

/**
 * What a disk that is honest about syncs may have kept when the power fails. Of a file that was written since its last
 * sync: the old content, the new one, the beginning of the new over the old, or some blocks of each, with zeros where
 * the file grew. Of the names made, moved and removed in a folder since that was synced: the first few.
 */
export class Unsynced implements Witness {
  readonly #stash: string;
  readonly #spared: RegExp;
  readonly #files = new Map<number, Written>();
  readonly #opened = new Map<number, string>();
  readonly #folders = new Map<string, Renaming[]>();
  #undo: Renaming | null = null;
  #stashed = 0;

  /** `stash`: a folder on the same file system, for what would be gone. `spared`: files that keep what was written. */
  constructor(stash: string, spared: RegExp) {
    this.#stash = stash;
    this.#spared = spared;
    fs.mkdirSync(stash, { recursive: true });
  }

  before(kind: string, args: readonly unknown[]): void {
    const [one, other] = args as [string, string];
    this.#undo = null;
    if (kind === 'open' && !fs.existsSync(one)) this.#undo = () => fs.rmSync(one, { force: true });
    if (kind === 'open' && args[1] !== 'r' && fs.existsSync(one)) this.#know(one);
    if (kind === 'symlink' || kind === 'link' || kind === 'copyFile')
      this.#undo = () => fs.rmSync(other, { force: true });
    if (kind === 'mkdir') this.#undo = () => fs.rmSync(one, { recursive: true, force: true });
    if (kind === 'unlink') this.#undo = this.#keeping(one);
    if (kind === 'rename') {
      const restore = fs.existsSync(other) ? this.#keeping(other) : () => {};
      this.#undo = () => {
        fs.renameSync(other, one);
        restore();
      };
    }
  }

  after(kind: string, args: readonly unknown[], result: unknown): void {
    const [one, other] = args as [string, string];
    const undo = this.#undo;
    if (undo) this.#folderOf(kind === 'open' || kind === 'mkdir' || kind === 'unlink' ? one : other).push(undo);
    this.#undo = null;
    if (kind === 'open') this.#opened.set(result as number, one);
    if (kind === 'open' && undo) this.#files.set(fs.statSync(one).ino, { durable: Buffer.alloc(0), isDirty: false });
    if (kind === 'copyFile') this.#files.set(fs.statSync(other).ino, { durable: Buffer.alloc(0), isDirty: true });
    if (kind === 'write' || kind === 'ftruncate') this.#fileOf(args[0]).isDirty = true;
    if (kind === 'fsync') this.#synced(args[0] as number);
  }

  /** The power fails: `root` is left with something that a disk may have kept. */
  fail(root: string, rng: Rng): void {
    for (const renamings of this.#folders.values())
      for (const undo of renamings.slice(rng.below(renamings.length + 1)).reverse()) undo();
    for (const [ino, paths] of byInode(filesIn(root))) {
      const file = this.#files.get(ino);
      if (!file?.isDirty || paths.some((path) => this.#spared.test(path))) continue;
      const path = paths[0] as string;
      fs.writeFileSync(path, whatIsLeft(file.durable, fs.readFileSync(path), rng));
    }
  }

  #synced(fd: number): void {
    if (fs.fstatSync(fd).isDirectory()) this.#folders.delete(resolve(this.#opened.get(fd) as string));
    else {
      const file = this.#fileOf(fd);
      file.durable = fs.readFileSync(this.#opened.get(fd) as string);
      file.isDirty = false;
    }
  }

  #know(path: string): void {
    const { ino } = fs.statSync(path);
    if (!this.#files.has(ino)) this.#files.set(ino, { durable: fs.readFileSync(path), isDirty: false });
  }

  #fileOf(fd: unknown): Written {
    return this.#files.get(fs.fstatSync(fd as number).ino) as Written;
  }

  #folderOf(path: string): Renaming[] {
    const folder = resolve(dirname(path));
    const renamings = this.#folders.get(folder) ?? [];
    this.#folders.set(folder, renamings);
    return renamings;
  }

  /** Keeps what stands at a path that is about to lose it. */
  #keeping(path: string): Renaming {
    const kept = join(this.#stash, `${this.#stashed++}-${basename(path)}`);
    const link = linkAt(path);
    if (link !== null) return () => fs.symlinkSync(link, path);
    if (!fs.existsSync(path)) return () => {};
    fs.linkSync(path, kept);
    return () => fs.renameSync(kept, path);
  }
}

function linkAt(path: string): string | null {
  try {
    return fs.readlinkSync(path);
  } catch {
    return null;
  }
}

function filesIn(root: string): string[] {
  if (!fs.existsSync(root)) return [];
  const entries = fs.readdirSync(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A file may have several names. */
function byInode(paths: readonly string[]): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const path of paths) {
    const { ino } = fs.statSync(path);
    found.set(ino, [...(found.get(ino) ?? []), path]);
  }
  return found;
}

/** Sectors of disks and pages of systems. */
const BLOCKS = [512, 4096];

function whatIsLeft(durable: Buffer, written: Buffer, rng: Rng): Buffer {
  const way = rng.below(5);
  if (way === 0) return durable;
  if (way === 1) return written;
  if (way === 2) {
    const kept = rng.below(written.length + 1);
    return Buffer.concat([written.subarray(0, kept), durable.subarray(kept)]);
  }
  const block = BLOCKS[way - 3] as number;
  const left = Buffer.alloc(rng.below(4) === 0 ? durable.length : written.length);
  for (let at = 0; at < left.length; at += block)
    left.set((rng.below(2) === 0 ? durable : written).subarray(at, Math.min(at + block, left.length)), at);
  return left;
}
