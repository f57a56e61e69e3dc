import fs from 'node:fs';
import type { BankDocument, ItemDocument } from '../core/bank/schema.ts';
import { allowingFaults } from '../core/intake/bank-document.ts';
import { type Disk, writeAtomically } from './atomic-file.ts';
import { compileBankText } from './bank-compile.ts';
import { LARGEST_BANK_BYTES } from './bank-limits.ts';
import { type BankChange, bankIn, itemsIn, updatedBankText } from './bank-update.ts';
import { readRegularFile } from './regular-file.ts';
import { naming, orNull } from './store-fault.ts';

/** A bank as it stands in its file, sound. */
export interface StandingBank {
  readonly text: string;
  readonly document: BankDocument;
}

/** Null where there is no file, or none that holds a sound bank: such a one is not brought up to date. */
export async function readBankToUpdate(path: string, disk: Disk = fs): Promise<StandingBank | null> {
  const stat = naming('CANNOT_READ', path, () => orNull(() => disk.statSync(path)));
  if (!stat?.isFile() || stat.size > LARGEST_BANK_BYTES) return null;
  const bytes = naming('CANNOT_READ', path, () => readRegularFile(path, LARGEST_BANK_BYTES, disk));
  if ((await compileBankText(path, bytes, '')).kind !== 'bank') return null;
  const text = bytes.toString('utf8');
  return { text, document: bankIn(text) };
}

/** Writes the bank whole or not at all, and only one that is as sound as before. */
export async function writeUpdatedBank(
  path: string,
  there: StandingBank,
  change: BankChange,
  reason: string,
  disk: Disk = fs,
): Promise<'written' | 'overtaken' | 'faulty'> {
  const text = allowedIn(updatedBankText(there.text, change), there.document.items, reason);
  if ((await compileBankText(path, Buffer.from(text), '')).kind !== 'bank') return 'faulty';
  const now = naming('CANNOT_READ', path, () => readRegularFile(path, LARGEST_BANK_BYTES, disk));
  if (now.toString('utf8') !== there.text) return 'overtaken';
  writeAtomically(path, text, 0o644, disk);
  return 'written';
}

/** Faults of writing that came with the document are allowed where they came; what stood there before is the author's. */
function allowedIn(text: string, before: readonly ItemDocument[], reason: string): string {
  const stood = new Set(before.map((item) => JSON.stringify(item)));
  const items = itemsIn(text);
  const allowing = allowingFaults(bankIn(text), reason).items;
  const wanted = items.map((item, index) => (stood.has(JSON.stringify(item)) ? item : (allowing[index] ?? item)));
  return updatedBankText(text, { items: wanted, added: [] });
}
