import { findScale, SCALES, type Scale } from '../core/history/import/grades.ts';
import { type Header, readHeader } from '../core/history/import/header.ts';
import { gradesOf, tableRows } from '../core/history/import/table.ts';
import { isHistory } from '../store/learner-history.ts';
import { readText } from '../store/text-file.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { shortPath } from './faults.ts';
import { valuesFor } from './values.ts';

/** A table of reviews, and how it is to be read. */
export interface Table {
  readonly name: string;
  readonly text: string;
  readonly header: Header;
  /** Null where no cell of the column could be a grade. */
  readonly scale: Scale | null;
}

/** Reads a table; one that cannot be read as a whole stops with what would be right. */
export function readTable(context: Context, path: string, scale: string | undefined): Table {
  const forced = scale === undefined ? null : valuesFor(context.words).oneOf('--scale', scale, SCALES);
  const name = shortPath(path, context.io.cwd);
  const { faults } = context.words.exchange.import;
  if (isHistory(path)) throw fault('IS_A_HISTORY', faults.history(name), faults.historyHint, EXIT.usage);
  const text = textOf(context, path);
  const header = headerOf(context, name, text);
  return { name, text, header, scale: forced ?? (header.isRevlog ? '1-4' : scaleOf(context, text, header)) };
}

/** The text of a file that was named. */
export function textOf(context: Context, path: string): string {
  const { faults } = context.words.exchange.import;
  const name = shortPath(path, context.io.cwd);
  const read = readText(path);
  switch (read.kind) {
    case 'text':
      return read.text;
    case 'missing':
      throw fault('FILE_NOT_FOUND', faults.missing(name), faults.missingHint, EXIT.notFound);
    case 'too-large':
      throw fault('TOO_LARGE', faults.tooLarge(name), faults.tooLargeHint, EXIT.usage);
    case 'not-utf8':
      throw fault('NOT_UTF8', faults.notUtf8(name), faults.notUtf8Hint);
  }
}

function headerOf(context: Context, name: string, text: string): Header {
  const { import: words } = context.words.exchange;
  const { faults } = words;
  const header = readHeader(text);
  switch (header.kind) {
    case 'header':
      return header;
    case 'empty':
      throw fault('NO_COLUMNS', faults.empty(name), faults.emptyHint);
    case 'missing': {
      const columns = header.columns.map((column) => faults.columns[column]).join(words.names);
      const found = header.found.slice(0, MOST_COLUMNS).map(short).join(words.names);
      throw fault('NO_COLUMNS', faults.noColumns(name, columns), faults.noColumnsHint(found));
    }
    case 'repeated':
      throw fault(
        'REPEATED_COLUMN',
        faults.repeated(name, header.names.map(short).join(words.names)),
        faults.repeatedHint,
      );
  }
}

function scaleOf(context: Context, text: string, header: Header): Scale | null {
  const { import: words } = context.words.exchange;
  const { faults } = words;
  const found = findScale(gradesOf(tableRows(text, header)));
  switch (found.kind) {
    case 'scale':
      return found.scale;
    case 'none':
      return null;
    case 'mixed': {
      const examples = found.examples.map((each) => faults.example(short(each.text), each.line)).join(words.names);
      throw fault('MIXED_GRADES', faults.mixed(examples), faults.mixedHint);
    }
    case 'undecided':
      throw fault('UNDECIDED_GRADES', faults.undecided(short(found.values.join(words.names))), faults.undecidedHint);
  }
}

const fault = (code: string, message: string, hint: string, exit: ExitCode = EXIT.faults): UserError =>
  new UserError(code, exit, message, hint);

const MOST_COLUMNS = 20;
const LENGTH = 40;

const short = (text: string): string => (text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text);
