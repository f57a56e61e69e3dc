import fs from 'node:fs';
import type { Disk } from '../../src/store/atomic-file.ts';

/** One call that was made of a disk, counted from 1: among all of them, and among those of its kind (`open`, `write` …). */
export interface Call {
  readonly kind: string;
  readonly nth: number;
  readonly nthOfKind: number;
}

/** What a disk does instead of a call. */
export type Misdeed =
  | { readonly kind: 'fails'; readonly errno: string }
  /** A write takes half of what it is given, and says so. */
  | { readonly kind: 'takes-half' }
  /** The program ends here: the call was not made, made in half (a write), or made. No later one reaches the disk. */
  | { readonly kind: 'stops'; readonly done: 'nothing' | 'half' | 'all' };

/** Says what becomes of a call; null where it is made as usual. */
export type Script = (call: Call) => Misdeed | null;

/** Sees what is done to the disk, such as to know what was not synced. */
export interface Witness {
  before(kind: string, args: readonly unknown[]): void;
  after(kind: string, args: readonly unknown[], result: unknown): void;
}

/** Thrown by every call to a disk whose program has ended: whatever the program still tries to do changes nothing. */
export class Crash extends Error {}

type Real = (...args: unknown[]) => unknown;

/**
 * Real files, and a script of what goes wrong with them. Every function of `node:fs` that ends in `Sync` counts as a
 * call, so what the interface of a disk comes to hold later is among them. Nothing is waited for: what a sync is worth
 * is for a witness to say.
 */
export class FaultyDisk {
  readonly calls: Call[] = [];
  readonly disk: Disk;
  readonly #script: Script;
  readonly #witness: Witness | null;
  readonly #counts = new Map<string, number>();
  readonly #open = new Set<number>();
  #hasStopped = false;

  constructor(script: Script = () => null, witness: Witness | null = null) {
    this.#script = script;
    this.#witness = witness;
    this.disk = new Proxy(fs, {
      get: (real, name) => {
        const value = Reflect.get(real, name) as unknown;
        if (typeof value !== 'function' || !String(name).endsWith('Sync')) return value;
        return (...args: unknown[]) => this.#called(String(name).slice(0, -'Sync'.length), value as Real, args);
      },
    });
  }

  /** Closes what the program left open when it ended, as the system does. */
  release(): void {
    for (const fd of this.#open) fs.closeSync(fd);
    this.#open.clear();
  }

  #called(kind: string, real: Real, args: readonly unknown[]): unknown {
    if (this.#hasStopped) throw new Crash(kind);
    const nthOfKind = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, nthOfKind);
    const call = { kind, nth: this.calls.length + 1, nthOfKind };
    this.calls.push(call);
    const misdeed = this.#script(call);
    if (misdeed?.kind === 'fails') return this.#fail(kind, args, misdeed.errno);
    if (misdeed?.kind === 'takes-half') return this.#make(kind, real, halfOf(args));
    if (misdeed?.kind !== 'stops') return this.#make(kind, real, args);
    this.#hasStopped = true;
    if (misdeed.done !== 'nothing') this.#make(kind, real, misdeed.done === 'half' ? halfOf(args) : args);
    throw new Crash(kind);
  }

  #make(kind: string, real: Real, args: readonly unknown[]): unknown {
    this.#witness?.before(kind, args);
    const result = kind === 'fsync' ? undefined : Reflect.apply(real, fs, args);
    if (kind === 'open') this.#open.add(result as number);
    if (kind === 'close') this.#open.delete(args[0] as number);
    this.#witness?.after(kind, args, result);
    return result;
  }

  /** A file that fails to be closed is closed all the same (Linux, close(2)). */
  #fail(kind: string, args: readonly unknown[], errno: string): never {
    if (kind === 'close') this.#make(kind, fs.closeSync as Real, args);
    throw Object.assign(new Error(`${errno}: ${kind}`), { code: errno, syscall: kind });
  }
}

/** The arguments of a write with half of its bytes, at least one. */
function halfOf([fd, data, offset, length, position]: readonly unknown[]): unknown[] {
  const bytes = typeof data === 'string' ? Buffer.from(data) : (data as Uint8Array);
  const from = (offset as number | undefined) ?? 0;
  const all = (length as number | undefined) ?? bytes.length - from;
  return [fd, bytes, from, Math.max(1, all >> 1), typeof data === 'string' ? null : position];
}
