import { type Bank, questionsOf } from '../core/bank/bank.ts';
import { oneLine } from './one-line.ts';
import { alignedTable, toLeft, toRight, type WidthOf } from './table.ts';

export interface BankListWords {
  /** Where there is no bank, with the next step. */
  readonly none: string;
  readonly columns: Readonly<Record<'bank' | 'questions' | 'papers' | 'title' | 'from', string>>;
  /** In place of the title of a bank that could not be loaded, with the next step. */
  readonly faulty: (faults: number) => string;
}

/** A file that is, or should be, a bank. `from` is where it was found. */
export type BankListing =
  | { readonly kind: 'bank'; readonly from: string; readonly bank: Bank }
  | { readonly kind: 'faulty'; readonly from: string; readonly faults: number };

/** One line a bank, those that could not be loaded among them. */
export function renderBankList(listings: readonly BankListing[], words: BankListWords, widthOf: WidthOf): string {
  if (listings.length === 0) return `${words.none}\n`;
  const { columns } = words;
  const ofBank = (cell: (bank: Bank) => string | number) => (listing: BankListing) =>
    listing.kind === 'bank' ? oneLine(String(cell(listing.bank))) : '–';
  return alignedTable(
    listings,
    [
      toLeft(
        columns.bank,
        ofBank(({ id }) => id),
      ),
      toRight(
        columns.questions,
        ofBank((bank) => questionsOf(bank).length),
      ),
      toRight(
        columns.papers,
        ofBank(({ papers }) => papers.length),
      ),
      toLeft(columns.title, (listing) =>
        listing.kind === 'bank' ? oneLine(listing.bank.title) : words.faulty(listing.faults),
      ),
      toLeft(columns.from, ({ from }) => oneLine(from)),
    ],
    widthOf,
  );
}
