import { nearRefs, refsNamed } from '../core/analysis/named-refs.ts';
import { type BankQuestion, questionsOf } from '../core/bank/bank.ts';
import { loadBank } from '../store/bank-file.ts';
import type { FoundBank } from '../store/bank-library.ts';
import { fileOf, findBanks, libraryFor, loadBanks } from './banks.ts';
import type { Context } from './context.ts';
import { editBank, lineOf } from './edit-bank.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';

export interface EditOptions {
  readonly bank?: readonly string[];
}

/** `quiz bank edit ITEM`: its line in the editor; `quiz bank edit BANK`: the first fault of the bank, else its beginning. */
export async function runBankEdit(context: Context, token: string, options: EditOptions): Promise<ExitCode> {
  const search = await libraryFor(context).search([token]);
  const file = search.kind === 'found' ? search.banks[0] : undefined;
  const edited = file ? await editWhole(context, file) : await editItem(context, token, options.bank ?? []);
  return edited ? EXIT.done : EXIT.faults;
}

async function editWhole(context: Context, file: FoundBank): Promise<boolean> {
  const loaded = await loadBank(file.path, context.cache);
  const line = loaded.kind === 'faulty' ? (loaded.faults[0]?.line ?? 1) : 1;
  return (await editBank(context, file, line)).kind !== 'not-kept';
}

async function editItem(context: Context, token: string, named: readonly string[]): Promise<boolean> {
  const question = await itemNamed(context, token, named);
  const file = fileOf(question.bank);
  if (!file) throw new Error(`No file for ${question.ref}`);
  return (await editBank(context, file, await lineOf(question, file.path))).kind !== 'not-kept';
}

async function itemNamed(context: Context, token: string, named: readonly string[]): Promise<BankQuestion> {
  const { authors } = context.words;
  const questions = (await banksFor(context, token, named)).flatMap(questionsOf);
  const refs = questions.map(({ ref }) => ref);
  const meant = refsNamed(refs, token);
  const question = questions.find(({ ref }) => ref === meant[0]);
  if (question && meant.length === 1) return question;
  if (question) {
    const some = meant.slice(0, 3).join(', ');
    throw new UserError(
      'ITEM_NOT_FOUND',
      EXIT.notFound,
      authors.itemSeveral(token, meant.length),
      authors.itemWhich(some),
    );
  }
  const near = nearRefs(refs, token).join(', ');
  const hint = near ? authors.itemNear(near) : authors.itemFind;
  throw new UserError('ITEM_NOT_FOUND', EXIT.notFound, authors.itemUnknown(token), hint);
}

/** The bank that the item names, else those that were named, else all; faulty ones among all are passed over. */
async function banksFor(context: Context, token: string, named: readonly string[]) {
  const bank = /^([a-z0-9][a-z0-9-]*)\//.exec(token)?.[1];
  if (named.length > 0) return loadBanks(context, await findBanks(context, named));
  if (bank) return loadBanks(context, await findBanks(context, [bank]));
  const sound: FoundBank[] = [];
  for (const found of libraryFor(context).list())
    if ((await loadBank(found.path, context.cache)).kind === 'bank') sound.push(found);
  return loadBanks(context, sound);
}
