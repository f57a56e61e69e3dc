import type { Item } from '../../src/core/bank/item.ts';
import type { Paper, Section } from '../../src/core/bank/paper.ts';
import { assembleForm } from '../../src/core/exam/assemble.ts';
import { type PaperSheet, paperSheet } from '../../src/report/paper-sheet.ts';
import { aBankWith, aPaper } from './papers.ts';

/** A printed copy of a paper of these sections; options stand as in the bank unless they are shuffled. */
export function aSheet(
  items: readonly Item[],
  sections: readonly Section[],
  { shuffleOptions = false, version = '', seed = 's', ...fields }: Partial<Paper> & SheetFields = {},
): PaperSheet {
  const paper = aPaper(sections, fields);
  const bank = { ...aBankWith(items), papers: [paper] };
  const assembled = assembleForm({ bank, paper, seed: seed + version, shuffleOptions });
  if (assembled.kind === 'lacking') throw new Error(`Lacking: ${JSON.stringify(assembled.lacks)}`);
  return paperSheet({ form: assembled.form, bank, seed, version });
}

interface SheetFields {
  readonly shuffleOptions?: boolean;
  readonly version?: string;
  readonly seed?: string;
}
