import { loadWidths, widthOf } from '../prompts/width.ts';
import type { BankListing } from '../report/bank-list.ts';
import { renderBankList } from '../report/bank-list.ts';
import { renderBankShow } from '../report/bank-show.ts';
import { jsonText } from '../report/json-text.ts';
import { loadBank } from '../store/bank-file.ts';
import { findBanks, libraryFor, loadBanks } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { shortPath } from './faults.ts';

interface JsonOption {
  readonly json?: boolean;
}

/** `quiz bank list` */
export async function runBankList(context: Context, options: JsonOption): Promise<ExitCode> {
  const listings: BankListing[] = [];
  const rows: object[] = [];
  for (const found of libraryFor(context).list()) {
    const from = shortPath(found.path, context.io.cwd);
    const loaded = await loadBank(found.path, context.cache);
    if (loaded.kind === 'bank') {
      const { bank } = loaded;
      listings.push({ kind: 'bank', from, bank });
      rows.push({
        id: bank.id,
        title: bank.title,
        language: bank.language,
        items: bank.items.length,
        path: found.path,
        place: found.place,
      });
    } else {
      listings.push({ kind: 'faulty', from, faults: loaded.faults.length });
      rows.push({ id: found.id, path: found.path, place: found.place, faults: loaded.faults.length });
    }
  }
  if (options.json) context.print(jsonText({ banks: rows }));
  else {
    await loadWidths();
    context.show(renderBankList(listings, context.words.reports.bankList, widthOf));
  }
  return EXIT.done;
}

/** `quiz bank show BANK` */
export async function runBankShow(context: Context, token: string, options: JsonOption): Promise<ExitCode> {
  const banks = await loadBanks(context, await findBanks(context, [token]));
  for (const bank of banks) {
    if (options.json) context.print(jsonText(bank));
    else context.show(renderBankShow(bank, context.words.reports.bankShow));
  }
  return EXIT.done;
}

/** `quiz bank schema` */
export async function runBankSchema(context: Context): Promise<ExitCode> {
  const { bankJsonSchema } = await import('../core/bank/schema.ts');
  context.print(jsonText(bankJsonSchema()));
  return EXIT.done;
}
