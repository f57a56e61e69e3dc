import { resolve } from 'node:path';
import { firstTaken, isOneFile, writeReportFile } from '../store/report-file.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';

/** Stops before anything is done where a file is there already, or is the history itself. `-` and nothing are standard output. */
export function checkOutputs(context: Context, names: readonly (string | undefined)[], force = false): void {
  const { paper, exchange } = context.words;
  const paths = names.filter(isFile).map((name) => resolve(context.io.cwd, name));
  const own = paths.find((path) => isOneFile(path, context.home.history));
  if (own)
    throw new UserError('OWN_HISTORY', EXIT.usage, exchange.export.ownHistory(own), exchange.export.ownHistoryHint);
  const taken = force ? undefined : firstTaken(paths);
  if (taken !== undefined) throw new UserError('FILE_EXISTS', EXIT.data, paper.exists(taken), paper.existsHint);
}

/** Writes to the file that was named and says so, or to standard output. */
export function writeOutput(
  context: Context,
  name: string | undefined,
  content: string | Uint8Array,
  force = false,
): void {
  if (!isFile(name)) return void context.io.output.write(content);
  const { paper, exchange, errors } = context.words;
  const path = resolve(context.io.cwd, name);
  try {
    if (writeReportFile(path, content, { replace: force }) === 'exists')
      throw new UserError('FILE_EXISTS', EXIT.data, paper.exists(path), paper.existsHint);
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    const reason = errors.reasons[error.detail.errno ?? ''] ?? error.detail.errno ?? '';
    throw new UserError(error.code, EXIT.data, errors.cannotWrite(path, reason), exchange.export.notWrittenHint);
  }
  context.notice(context.words.export.written(path));
}

const isFile = (name: string | undefined): name is string => name !== undefined && name !== '-';
