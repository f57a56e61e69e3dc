import { dirname, resolve } from 'node:path';
import { isHistory } from '../store/learner-history.ts';
import { firstTaken, isOneFile, writeReportFile } from '../store/report-file.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';

export interface OutputRules {
  /** A file that is there already may be written over. */
  readonly force: boolean | undefined;
  /** What is written is a history, and may take the place of another. */
  readonly isHistory: boolean;
}

/** Stops before anything is done where a file must not be written. `-` and nothing are standard output. */
export function checkOutputs(context: Context, names: readonly (string | undefined)[], rules: OutputRules): void {
  const { paper, exchange, group } = context.words;
  const { history, archive } = context.home;
  for (const path of names.filter(isFile).map((name) => resolve(context.io.cwd, name))) {
    if (isOneFile(path, history) || isOneFile(dirname(path), archive))
      throw new UserError('OWN_HISTORY', EXIT.usage, exchange.export.ownHistory(path), exchange.export.ownHistoryHint);
    // A slip of a star in the shell would put a table in the place of somebody's answers.
    if (!rules.isHistory && isHistory(path))
      throw new UserError('IS_A_HISTORY', EXIT.usage, group.isHistory(path), group.isHistoryHint);
    if (!rules.force && firstTaken([path]))
      throw new UserError('FILE_EXISTS', EXIT.data, paper.exists(path), paper.existsHint);
  }
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
