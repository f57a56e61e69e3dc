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

/** Where the contents lie, and a folder for files that git shall compare. */
export interface Repository {
  readonly git: Git;
  readonly objects: GitObjects;
  readonly scratch: string;
}

/** Git's merge of lines, on contents that lie in a repository. */
export class GitTexts {
  readonly #repository: Repository;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** With the changes of both sides; where they overlap, with git's marks around each. */
  async merge({ base, mine, theirs }: Omit<Contest, 'path'>): Promise<MergedText> {
    if (mine === null || theirs === null) return { kind: 'no-text' };
    const read = (id: string): Promise<Buffer> => this.#repository.objects.read(id);
    const before = base === null ? Buffer.alloc(0) : await read(base);
    const { code, out } = await this.#mergeFile([], before, await read(mine), await read(theirs));
    if (code === 0) return { kind: 'clean', text: out };
    return code === NO_TEXT ? { kind: 'no-text' } : { kind: 'marked', text: out };
  }

  /** With the lines of both sides, as `merge=union` in `.gitattributes` has git do it. */
  async union(base: Buffer, mine: Buffer, theirs: Buffer): Promise<Buffer | null> {
    const { code, out } = await this.#mergeFile(['--union'], base, mine, theirs);
    return code === 0 ? out : null;
  }

  async #mergeFile(options: readonly string[], base: Buffer, mine: Buffer, theirs: Buffer) {
    const { git, scratch } = this.#repository;
    const sides = { mine, base, theirs };
    const paths = [];
    for (const [name, text] of Object.entries(sides)) {
      const path = join(scratch, name);
      naming('CANNOT_WRITE', path, () => writeFileSync(path, text));
      paths.push(path);
    }
    const labels = Object.keys(sides).flatMap((name) => ['-L', name]);
    const ran = await git.run(['merge-file', '-p', '-q', ...options, ...labels, ...paths]);
    if (ran.code >= FAILED && ran.code !== NO_TEXT) throw git.fault(ran.err);
    return ran;
  }
}

/** The exit code counts conflicts up to 127; from here on git did not come so far as to look. */
const FAILED = 128;
/** It looked, and this is no text. */
const NO_TEXT = 255;
