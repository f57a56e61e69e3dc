import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Bank } from '../core/bank/bank.ts';
import { attempt, type Disk, ensureFolder, orUndone, syncFolder, writeAtomically, writeNew } from './atomic-file.ts';
import { NO_CACHE } from './bank-cache.ts';
import { type LoadedBank, loadBank, sha256 } from './bank-file.ts';
import { LARGEST_BANK_BYTES } from './bank-limits.ts';
import { readRegularFile } from './regular-file.ts';
import { naming, orNull } from './store-fault.ts';

/** What became of a draft. */
export type Taken =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'faulty'; readonly loaded: Extract<LoadedBank, { kind: 'faulty' }> }
  /** The bank was changed by somebody else meanwhile; the draft stays where it is. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'kept'; readonly bank: Bank };

/** A copy of a bank that is being edited. The bank itself changes only when a sound draft takes its place, whole. */
export class BankDraft {
  /** Beside the bank, so that what it refers to by a relative path is still there; hidden, so that it is no bank. */
  readonly path: string;
  readonly #original: string;
  readonly #target: string;
  readonly #before: string;
  readonly #disk: Disk;

  /** `target`: where what comes back is kept, if not in the place of the original. */
  constructor(original: string, target = original, disk: Disk = fs) {
    this.#disk = disk;
    const bytes = this.#read(original);
    this.#original = original;
    this.#target = target;
    this.#before = sha256(bytes);
    const ending = extname(target);
    const name = `.${basename(target, ending)}.draft-${randomBytes(3).toString('hex')}${ending}`;
    this.path = join(dirname(target), name);
    naming('CANNOT_WRITE', this.path, () => {
      ensureFolder(dirname(target), disk);
      writeNew(this.path, bytes, 0o600, disk);
      orUndone(
        () => syncFolder(dirname(target), disk),
        () => disk.unlinkSync(this.path),
      );
    });
  }

  /** Checks what stands in the draft, and puts it in the bank's place if it is sound. */
  async take(): Promise<Taken> {
    const bytes = this.#read(this.path);
    if (this.dropIfUntouched()) return { kind: 'unchanged' };
    const loaded = await loadBank(this.path, NO_CACHE, this.#disk);
    if (loaded.kind === 'faulty') return { kind: 'faulty', loaded };
    if (this.#isOvertaken()) return { kind: 'overtaken' };
    writeAtomically(this.#target, bytes, 0o644, this.#disk);
    this.drop();
    return { kind: 'kept', bank: loaded.bank };
  }

  /** True where nobody wrote in it, and then it is gone. */
  dropIfUntouched(): boolean {
    const isUntouched = sha256(this.#read(this.path)) === this.#before;
    if (isUntouched) this.drop();
    return isUntouched;
  }

  /** A draft that cannot be removed says nothing that the bank does not say. */
  drop(): void {
    attempt(() => this.#disk.unlinkSync(this.path));
  }

  #isOvertaken(): boolean {
    if (this.#target !== this.#original) return this.#isThere(this.#target);
    return sha256(this.#read(this.#original)) !== this.#before;
  }

  #isThere(path: string): boolean {
    return naming('CANNOT_READ', path, () => orNull(() => this.#disk.statSync(path))) !== null;
  }

  #read(path: string): Buffer {
    return naming('CANNOT_READ', path, () => readRegularFile(path, LARGEST_BANK_BYTES, this.#disk));
  }
}
