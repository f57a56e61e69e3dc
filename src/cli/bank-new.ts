import { basename, dirname, join, resolve } from 'node:path';
import { ensureFolder } from '../store/atomic-file.ts';
import { loadBank } from '../store/bank-file.ts';
import { editorIn, openingAt, runEditor } from '../store/editor.ts';
import { firstTaken, writeReportFile } from '../store/report-file.ts';
import { naming } from '../store/store-fault.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { faultLines, shortPath } from './faults.ts';

/** The schema beside a bank, for editors that follow `# yaml-language-server:`. */
export const SCHEMA_FILE = 'bank.schema.json';

/** `quiz bank new NAME`: a bank to begin with, where banks are found, open in the editor. */
export async function runBankNew(context: Context, name: string): Promise<ExitCode> {
  const { authors } = context.words;
  const path = pathFor(context, name);
  const id = basename(path).replace(/\.ya?ml$/i, '');
  const folder = dirname(path);
  naming('CANNOT_WRITE', folder, () => ensureFolder(folder));
  const text = `# yaml-language-server: $schema=${SCHEMA_FILE}\n${authors.starter(id)}`;
  if (writeReportFile(path, text, { replace: false }) === 'exists')
    throw new UserError('FILE_EXISTS', EXIT.data, authors.exists(path), authors.existsHint(id));
  await writeSchema(join(folder, SCHEMA_FILE));
  const short = shortPath(path, context.io.cwd);
  context.print(authors.created(short));
  const editor = editorIn(context.io.env);
  if (editor === null || !context.interactive) {
    context.print(authors.thenCheck(short));
    return EXIT.done;
  }
  if (!(await runEditor(editor, openingAt(editor, path, 1))))
    throw new UserError('EDITOR_FAILED', EXIT.data, authors.editorFailed(editor), authors.editorFailedHint(path));
  return looked(context, path);
}

/** In `./banks` where there is one, else among the user's own; a path is taken at its word. */
function pathFor({ io, home, words }: Context, name: string): string {
  const isPath = /[/\\]|\.ya?ml$/i.test(name);
  const here = join(io.cwd, 'banks');
  const path = isPath ? resolve(io.cwd, name) : join(firstTaken([here]) ? here : home.banks, `${name}.yaml`);
  if (/^[a-z0-9][a-z0-9-]*\.ya?ml$/.test(basename(path))) return path;
  throw new UserError('WRONG_VALUE', EXIT.usage, words.authors.badName(name), words.authors.badNameHint);
}

/** Another file of that name is left alone. */
async function writeSchema(path: string): Promise<void> {
  const { bankJsonSchema } = await import('../core/bank/schema.ts');
  writeReportFile(path, `${JSON.stringify(bankJsonSchema(), null, 2)}\n`, { replace: false });
}

async function looked(context: Context, path: string): Promise<ExitCode> {
  const loaded = await loadBank(path);
  const short = shortPath(path, context.io.cwd);
  if (loaded.kind === 'bank') {
    context.print(context.words.bank.checked(short, loaded.bank.items.length));
    return EXIT.done;
  }
  for (const line of faultLines(loaded, context)) context.notice(line);
  context.notice(context.words.authors.thenCheck(short));
  return EXIT.faults;
}
