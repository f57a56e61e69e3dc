import { join } from 'node:path';
import { type Bank, type BankQuestion, questionsOf } from '../core/bank/bank.ts';
import { placedIn } from '../core/bank/writing/review.ts';
import { BankDraft } from '../store/bank-draft.ts';
import { loadBank } from '../store/bank-file.ts';
import type { FoundBank } from '../store/bank-library.ts';
import { placeInFile } from '../store/bank-review.ts';
import { editorIn, openingAt, runEditor } from '../store/editor.ts';
import { fileOf } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';
import { faultLines, shortPath } from './faults.ts';
import { asUserError } from './store-faults.ts';

/** What became of the edit: the bank as it is now, null where it is what it was. */
export type Edited = { readonly kind: 'kept'; readonly bank: Bank } | { readonly kind: 'unchanged' | 'not-kept' };

/** A bank's file in the editor, at a line. What comes back takes the place of the bank once it has no faults. */
export async function editBank(context: Context, { path, place, id }: FoundBank, line: number): Promise<Edited> {
  const { authors } = context.words;
  const target = place === 'shipped' ? join(context.home.banks, `${id}.yaml`) : path;
  const editor = editorFor(context, `${shortPath(path, context.io.cwd)}:${line}`);
  const before = await idsIn(path);
  const draft = new BankDraft(path, target);
  if (target !== path) context.notice(authors.ownCopy(target));
  for (let at = line; ; ) {
    if (!(await runEditor(editor, openingAt(editor, draft.path, at)))) return failed(editor, draft, context);
    const taken = await draft.take();
    switch (taken.kind) {
      case 'unchanged':
        context.print(authors.unchanged);
        return { kind: 'unchanged' };
      case 'overtaken':
        context.notice(authors.overtaken(target));
        context.notice(authors.draftKept(draft.path));
        return { kind: 'not-kept' };
      case 'kept': {
        context.print(authors.kept(shortPath(target, context.io.cwd), taken.bank.items.length));
        const now = new Set(questionsOf(taken.bank).map(({ ref }) => ref));
        const gone = before.filter((ref) => !now.has(ref));
        if (gone.length > 0) context.notice(authors.gone(gone.join(', ')));
        return taken;
      }
      case 'faulty':
        for (const fault of faultLines(taken.loaded, context)) context.notice(fault);
        if (!(await wantsToGoOn(context))) {
          context.notice(authors.draftKept(draft.path));
          return { kind: 'not-kept' };
        }
        at = taken.loaded.faults[0]?.line ?? at;
    }
  }
}

/** The same in the middle of a drill, where nothing that goes wrong may end it. */
export async function editWhileAsking(context: Context, question: BankQuestion): Promise<Bank | null> {
  const file = fileOf(question.bank);
  if (!file) return null;
  try {
    const edited = await editBank(context, file, await lineOf(question, file.path));
    if (edited.kind !== 'kept') return null;
    context.print(context.words.authors.next);
    return edited.bank;
  } catch (error) {
    const told = asUserError(error, context.words);
    if (!(told instanceof UserError)) throw error;
    context.notice(`${told.message} ${told.hint}`);
    return null;
  }
}

/** Where a question begins in the file of its bank, from 1. */
export function lineOf({ bank, question }: BankQuestion, path: string): Promise<number> {
  const placed = placedIn(bank).find((each) => each.question === question);
  return placeInFile(path, placed?.path ?? []);
}

export function editorFor(context: Context, line: string): string {
  const editor = editorIn(context.io.env) ?? (context.interactive ? usual() : null);
  if (editor !== null) return editor;
  const { authors } = context.words;
  throw new UserError('NO_EDITOR', EXIT.usage, authors.noEditor, authors.noEditorHint(line));
}

/** What a machine has where nobody chose. */
const usual = (): string => (process.platform === 'win32' ? 'notepad' : 'vi');

function failed(editor: string, draft: BankDraft, context: Context): never {
  const { authors } = context.words;
  const hint = draft.dropIfUntouched() ? authors.editorLook : authors.editorFailedHint(draft.path);
  throw new UserError('EDITOR_FAILED', EXIT.data, authors.editorFailed(editor), hint);
}

async function idsIn(path: string): Promise<readonly string[]> {
  const loaded = await loadBank(path);
  return loaded.kind === 'bank' ? questionsOf(loaded.bank).map(({ ref }) => ref) : [];
}

export async function wantsToGoOn(context: Context): Promise<boolean> {
  if (!context.interactive) return false;
  const { default: inquirer } = await import('inquirer');
  const { again } = await inquirer.prompt<{ again: boolean }>([
    { type: 'confirm', name: 'again', message: context.words.authors.editAgain, default: true },
  ]);
  return again;
}
