import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../core/day.ts';
import type { Git } from './git.ts';
import { SyncFault } from './sync-fault.ts';

/** One entry of a tree. */
export interface TreeEntry {
  readonly path: string;
  /** As git writes it: `100644` is a plain file, `120000` a symbolic link. */
  readonly mode: string;
  readonly id: string;
  /** Bytes; 0 for what is no file. */
  readonly size: number;
}

export const PLAIN_FILE = '100644';

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly at: Instant;
}

/** Contents by their ids. */
export type Blobs = Pick<GitObjects, 'read'>;

/** Contents, trees and commits in a repository, without a working tree: nothing of it is ever checked out. */
export class GitObjects {
  readonly #git: Git;
  readonly #known = new Map<string, Buffer>();
  #knownBytes = 0;
  readonly #trees = new Map<string, string>();
  /** Contents that the repository has for certain. */
  readonly #stored = new Set<string>();

  constructor(git: Git) {
    this.#git = git;
  }

  /** The content of a file. The last ones are remembered, so that a history is unpacked once. */
  async read(id: string): Promise<Buffer> {
    return this.#known.get(id) ?? this.#remember(id, await this.#git.bytes(['cat-file', 'blob', id]));
  }

  async write(content: Buffer): Promise<string> {
    const id = blobId(content);
    if (!this.#stored.has(id))
      await this.#git.bytes(['hash-object', '-w', '--no-filters', '--stdin'], { input: content });
    this.#stored.add(id);
    this.#remember(id, content);
    return id;
  }

  /** Every file of a commit or a tree, also those in folders. */
  async list(tree: string): Promise<TreeEntry[]> {
    const out = await this.#git.bytes(['ls-tree', '-r', '-z', '-l', '--full-tree', tree], { most: LONGEST_LIST });
    if (!isUtf8(out)) throw new SyncFault('REMOTE_DAMAGED', { said: 'NOT_UTF8' });
    return out
      .toString('utf8')
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => {
        const [mode = '', , id = '', size = ''] = line.slice(0, line.indexOf('\t')).split(/ +/);
        this.#stored.add(id);
        return { path: line.slice(line.indexOf('\t') + 1), mode, id, size: Number(size) || 0 };
      });
  }

  /** A tree of these files. It is put together in an index of its own. */
  async writeTree(entries: readonly Omit<TreeEntry, 'size'>[], scratch: string): Promise<string> {
    const input = entries.map(({ mode, id, path }) => `${mode} ${id} 0\t${path}\0`).join('');
    const known = this.#trees.get(input);
    if (known) return known;
    const index = join(scratch, 'index');
    rmSync(index, { force: true });
    const env = { GIT_INDEX_FILE: index };
    await this.#git.bytes(['update-index', '-z', '--index-info'], { env, input });
    const id = await this.#git.text(['write-tree'], { env });
    this.#trees.set(input, id);
    return id;
  }

  commit({ tree, parents, message, at }: NewCommit): Promise<string> {
    const date = dateOf(at);
    return this.#git.text(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'], {
      input: `${message}\n`,
      env: { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
  }

  /** The last commit that both lines stand on; null where there is none. */
  async parting(one: string, other: string): Promise<string | null> {
    const { code, out, err } = await this.#git.run(['merge-base', one, other]);
    // Were a failure taken for 1, what was deleted would come back, and what one side changed would be a conflict.
    if (code > 1) throw this.#git.fault(err);
    return code === 0 ? out.toString('latin1').trim() : null;
  }

  #remember(id: string, content: Buffer): Buffer {
    if (this.#known.has(id)) return content;
    this.#known.set(id, content);
    this.#knownBytes += content.length;
    for (const [old, { length }] of this.#known) {
      if (this.#knownBytes <= REMEMBERED_BYTES || old === id) break;
      this.#known.delete(old);
      this.#knownBytes -= length;
    }
    return content;
  }
}

/** Bytes. Ten small trees can name a billion files; a state has some thousand at most (`sync-tree.ts`). */
const LONGEST_LIST = 32 * 1024 * 1024;

/** Histories of years are tens of megabytes each. */
const REMEMBERED_BYTES = 256 * 1024 * 1024;

/** As git writes a date; it takes none before 1970, whatever a clock says. */
function dateOf({ ms, offset }: Instant): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
  return `@${Math.max(0, Math.floor(ms / 1000))} ${zone}`;
}

/** What git calls a content: its hash behind a word and its length (git's documentation, "Git Objects"). */
export function blobId(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
