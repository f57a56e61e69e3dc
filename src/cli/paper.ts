import { extname, resolve } from 'node:path';
import { assembleForm } from '../core/exam/assemble.ts';
import { paperRenderers } from '../report/paper-renderers.ts';
import { KEY_PLACES, type PaperSheet, paperSheet } from '../report/paper-sheet.ts';
import { firstTaken, writeReportFile } from '../store/report-file.ts';
import { StoreFault } from '../store/store-fault.ts';
import { type ChosenPaper, choosePaper } from './choose-paper.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { valuesFor } from './values.ts';

export interface PaperOptions {
  readonly bank?: readonly string[];
  readonly paper?: string;
  readonly seed?: string;
  readonly key?: string;
  readonly versions?: string;
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** `quiz paper`: a paper to be printed, on standard output or in a file for each version. */
export async function runPaper(context: Context, options: PaperOptions): Promise<ExitCode> {
  const values = valuesFor(context.words);
  const key = values.oneOf('--key', options.key ?? 'none', KEY_PLACES);
  const output = options.output === '-' ? undefined : options.output;
  const format = values.oneOf('--format', options.format ?? formatOf(output), ['md', 'html'] as const);
  const versions = versionsOf(options.versions, context);
  const chosen = await choosePaper(context, options.bank ?? [], options.paper);
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 32).toString(16);
  const sheets = versions.map((version) => sheetOf(chosen, seed, version, context));
  const render = (some: readonly PaperSheet[]): string => paperRenderers[format](some, context.words.paper.sheet, key);
  if (output === undefined) context.io.output.write(render(sheets));
  else {
    const path = resolve(context.io.cwd, output);
    const files = sheets.map((sheet) => ({ path: pathOf(path, sheet.version), text: render([sheet]) }));
    writeAll(files, options.force ?? false, context);
  }
  return EXIT.done;
}

const formatOf = (output = ''): string => (/\.html?$/i.test(output) ? 'html' : 'md');

/** Without versions there is one paper, with no name of its own. */
function versionsOf(said: string | undefined, { words }: Context): readonly string[] {
  if (said === undefined) return [''];
  const names = said.split(/[,，、]/).map((name) => name.trim());
  // On some disks `a` and `A` name one file.
  const differ = new Set(names.map((name) => name.toLowerCase())).size === names.length;
  const fit = names.length <= 26 && names.every((name) => /^[\p{L}\p{N}]{1,8}$/u.test(name));
  return fit && differ ? names : valuesFor(words).refuse('--versions', said, words.paper.versions);
}

function sheetOf({ bank, paper }: ChosenPaper, seed: string, version: string, { words }: Context): PaperSheet {
  const own = version === '' ? seed : `${seed}-${version}`;
  const assembled = assembleForm({ bank, paper, seed: own, shuffleOptions: true });
  if (assembled.kind === 'form') return paperSheet({ form: assembled.form, bank, seed, version });
  const [{ title, wanted, available } = { title: '', wanted: 0, available: 0 }] = assembled.lacks;
  const message = words.paper.lacking(paper.id, title, wanted, available);
  throw new UserError('PAPER_LACKS', EXIT.faults, message, words.paper.lackingHint);
}

/** `paper.md` is `paper-A.md` for version A. */
function pathOf(path: string, version: string): string {
  const ending = extname(path);
  return version === '' ? path : `${path.slice(0, path.length - ending.length)}-${version}${ending}`;
}

interface PaperFile {
  readonly path: string;
  readonly text: string;
}

/** All of them or, where one is there already, none. */
function writeAll(files: readonly PaperFile[], replace: boolean, context: Context): void {
  const { words } = context;
  const refuse = (path: string): never => {
    throw new UserError('FILE_EXISTS', EXIT.data, words.paper.exists(path), words.paper.existsHint);
  };
  try {
    const taken = replace ? undefined : firstTaken(files.map(({ path }) => path));
    if (taken !== undefined) refuse(taken);
    for (const { path, text } of files) {
      if (writeReportFile(path, text, { replace }) === 'exists') refuse(path);
      context.notice(words.export.written(path));
    }
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    const { errno = '', path } = error.detail;
    const reason = words.errors.reasons[errno] ?? errno;
    throw new UserError(error.code, EXIT.data, words.paper.notWritten(path, reason), words.export.notWrittenHint);
  }
}
