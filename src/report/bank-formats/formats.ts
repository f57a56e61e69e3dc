import type { Bank } from '../../core/bank/bank.ts';
import { visible } from '../one-line.ts';
import { bankAsAiken } from './aiken.ts';
import { bankAsAnki } from './anki.ts';
import { type BankCsvWords, bankAsCsv, bankRows } from './csv.ts';
import type { Exported } from './format.ts';
import { bankAsGift } from './gift.ts';
import { bankAsMoodleXml } from './moodle-xml.ts';
import { bankAsText, type TextWords } from './text.ts';

export type BankFormatWords = TextWords & BankCsvWords;

type BankWriter = (bank: Bank, words: BankFormatWords) => Exported;

/** Hidden characters are left behind: no other program is known to make them harmless, and each format may go to a screen. */
const ofVisible =
  (write: BankWriter): BankWriter =>
  (bank, words) =>
    write(visibleIn(bank), words);

/** Formats that a bank can be exported to, by name. */
export const bankFormats = {
  text: ofVisible(bankAsText),
  gift: ofVisible(bankAsGift),
  aiken: ofVisible((bank, { truth }) => bankAsAiken(bank, truth)),
  csv: ofVisible(bankAsCsv),
  'moodle-xml': ofVisible(bankAsMoodleXml),
  anki: ofVisible((bank, { truth }) => bankAsAnki(bank, truth)),
} satisfies Record<string, BankWriter>;

/** The same table for a workbook, which is no text. */
export const visibleBankRows = (bank: Bank, words: BankFormatWords): (string | number)[][] =>
  bankRows(visibleIn(bank), words);

export type BankFormat = keyof typeof bankFormats;
export const BANK_FORMATS = Object.keys(bankFormats) as readonly BankFormat[];

/** A value with every text in it as far as it can be seen. */
function visibleIn<T>(value: T): T {
  if (typeof value === 'string') return visible(value) as T;
  if (Array.isArray(value)) return value.map(visibleIn) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visibleIn(inner)])) as T;
}
