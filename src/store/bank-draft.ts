import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Bank } from '../core/bank/bank.ts';
import { ensureFolder, writeAtomically } from './atomic-file.ts';
import { type LoadedBank, loadBank, sha256 } from './bank-file.ts';
import { LARGEST_BANK_BYTES } from './bank-limits.ts';
import { readRegularFile } from './regular-file.ts';
import { naming } from './store-fault.ts';

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

  /** `target`: where what comes back is kept, if not in the place of the original. */
  constructor(original: string, target = original) {
    const bytes = naming('CANNOT_READ', original, () => readRegularFile(original, LARGEST_BANK_BYTES));
    this.#original = original;
    this.#target = target;
    this.#before = sha256(bytes);
    const ending = extname(target);
    const name = `.${basename(target, ending)}.draft-${randomBytes(3).toString('hex')}${ending}`;
    this.path = join(dirname(target), name);
    naming('CANNOT_WRITE', this.path, () => ensureFolder(dirname(target)));
    writeAtomically(this.path, bytes, 0o600);
  }

  /** Checks what stands in the draft, and puts it in the bank's place if it is sound. */
  async take(): Promise<Taken> {
    const bytes = naming('CANNOT_READ', this.path, () => readFileSync(this.path));
    if (this.dropIfUntouched()) return { kind: 'unchanged' };
    const loaded = await loadBank(this.path);
    if (loaded.kind === 'faulty') return { kind: 'faulty', loaded };
    if (this.#isOvertaken()) return { kind: 'overtaken' };
    const mode = existsSync(this.#target) ? statSync(this.#target).mode & 0o777 : 0o644;
    writeAtomically(this.#target, bytes, mode);
    chmodSync(this.#target, mode);
    this.drop();
    return { kind: 'kept', bank: loaded.bank };
  }

  /** True where nobody wrote in it, and then it is gone. */
  dropIfUntouched(): boolean {
    const isUntouched = sha256(naming('CANNOT_READ', this.path, () => readFileSync(this.path))) === this.#before;
    if (isUntouched) this.drop();
    return isUntouched;
  }

  drop(): void {
    rmSync(this.path, { force: true });
  }

  #isOvertaken(): boolean {
    if (this.#target !== this.#original) return existsSync(this.#target);
    return sha256(naming('CANNOT_READ', this.#original, () => readFileSync(this.#original))) !== this.#before;
  }
}
