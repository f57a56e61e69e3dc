import type { Bank } from '../../core/bank/bank.ts';
import { bankAsAiken } from './aiken.ts';
import { bankAsAnki } from './anki.ts';
import { type BankCsvWords, bankAsCsv } from './csv.ts';
import type { Exported } from './format.ts';
import { bankAsGift } from './gift.ts';
import { bankAsMoodleXml } from './moodle-xml.ts';
import { bankAsText, type TextWords } from './text.ts';

export type BankFormatWords = TextWords & BankCsvWords;

/** Formats that a bank can be exported to, by name. */
export const bankFormats = {
  text: bankAsText,
  gift: bankAsGift,
  aiken: (bank, { truth }) => bankAsAiken(bank, truth),
  csv: bankAsCsv,
  'moodle-xml': bankAsMoodleXml,
  anki: (bank, { truth }) => bankAsAnki(bank, truth),
} satisfies Record<string, (bank: Bank, words: BankFormatWords) => Exported>;

export type BankFormat = keyof typeof bankFormats;
export const BANK_FORMATS = Object.keys(bankFormats) as readonly BankFormat[];
