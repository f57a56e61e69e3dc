import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Question } from '../core/bank/item.ts';
import { attempt, type Disk, ensureFolder, writeNew } from './atomic-file.ts';
import { type LoadedBank, loadBank, sha256 } from './bank-file.ts';
import { LARGEST_BANK_BYTES } from './bank-limits.ts';
import { readRegularFile } from './regular-file.ts';
import { naming } from './store-fault.ts';

/** What became of a question that was edited. */
export type TakenQuestion =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'faulty'; readonly loaded: Extract<LoadedBank, { kind: 'faulty' }> }
  /** A case, or more or less than one question. */
  | { readonly kind: 'not-one' }
  | { readonly kind: 'kept'; readonly fields: Readonly<Record<string, unknown>>; readonly question: Question };

/** A name that nothing has yet, in a folder that is made where it is missing. */
export function draftPath(folder: string, name: string, disk: Disk = fs): string {
  naming('CANNOT_WRITE', folder, () => ensureFolder(folder, disk));
  return join(folder, `${name}-${randomBytes(4).toString('hex')}.yaml`);
}

/** One question in a file of its own, to be edited: a bank that holds nothing else. */
export class QuestionDraft {
  readonly path: string;
  readonly #before: string;
  readonly #disk: Disk;

  constructor(folder: string, text: string, disk: Disk = fs) {
    this.#disk = disk;
    this.#before = sha256(text);
    this.path = draftPath(folder, 'question', disk);
    naming('CANNOT_WRITE', this.path, () => writeNew(this.path, Buffer.from(text), 0o600, disk));
  }

  /** What stands in the file, if it is sound. The file stays where it is until it is dropped. */
  async take(): Promise<TakenQuestion> {
    const bytes = naming('CANNOT_READ', this.path, () => readRegularFile(this.path, LARGEST_BANK_BYTES, this.#disk));
    if (sha256(bytes) === this.#before) return { kind: 'unchanged' };
    const loaded = await loadBank(this.path, undefined, this.#disk);
    if (loaded.kind === 'faulty') return { kind: 'faulty', loaded };
    const [item, ...others] = [...loaded.bank.items, ...(loaded.bank.drafts ?? [])];
    if (!item || others.length > 0 || item.type === 'case') return { kind: 'not-one' };
    const document = parse(bytes.toString('utf8'), { version: '1.2', schema: 'core' }) as {
      readonly items: readonly Readonly<Record<string, unknown>>[];
    };
    return { kind: 'kept', fields: document.items[0] ?? {}, question: item };
  }

  drop(): void {
    attempt(() => this.#disk.unlinkSync(this.path));
  }
}
