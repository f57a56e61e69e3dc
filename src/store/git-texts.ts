import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contest } from '../core/sync/merge-paths.ts';
import type { Git } from './git.ts';
import type { GitObjects } from './git-objects.ts';
import { naming } from './store-fault.ts';

/** What git makes of one text that two sides changed. */
export type MergedText =
  | { readonly kind: 'clean'; readonly text: Buffer }
  | { readonly kind: 'marked'; readonly text: Buffer }
  /** No text, or on one side gone: there is nothing to put marks into. */
  | { readonly kind: 'no-text' };

/** Git's merge of lines, on contents that lie in a repository. */
export class GitTexts {
  readonly #git: Git;
  readonly #objects: GitObjects;
  readonly #folder: string;

  constructor(git: Git, objects: GitObjects, folder: string) {
    this.#git = git;
    this.#objects = objects;
    this.#folder = folder;
  }

  /** With the changes of both sides; where they overlap, with git's marks around each. */
  async merge({ base, mine, theirs }: Omit<Contest, 'path'>): Promise<MergedText> {
    if (mine === null || theirs === null) return { kind: 'no-text' };
    const read = (id: string): Promise<Buffer> => this.#objects.read(id);
    const before = base === null ? Buffer.alloc(0) : await read(base);
    const { code, out } = await this.#mergeFile([], before, await read(mine), await read(theirs));
    if (code === 0) return { kind: 'clean', text: out };
    return code < FAILED ? { kind: 'marked', text: out } : { kind: 'no-text' };
  }

  /** With the lines of both sides, as `merge=union` in `.gitattributes` has git do it. */
  async union(base: Buffer, mine: Buffer, theirs: Buffer): Promise<Buffer | null> {
    const { code, out } = await this.#mergeFile(['--union'], base, mine, theirs);
    return code === 0 ? out : null;
  }

  async #mergeFile(options: readonly string[], base: Buffer, mine: Buffer, theirs: Buffer) {
    const sides = { mine, base, theirs };
    const paths = [];
    for (const [name, text] of Object.entries(sides)) {
      const path = join(this.#folder, name);
      naming('CANNOT_WRITE', path, () => writeFileSync(path, text));
      paths.push(path);
    }
    const labels = Object.keys(sides).flatMap((name) => ['-L', name]);
    return this.#git.run(['merge-file', '-p', '-q', ...options, ...labels, ...paths]);
  }
}

/** The exit code counts conflicts up to 127; from here on it says that git could not do it. */
const FAILED = 128;
