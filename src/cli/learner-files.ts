import { resolve } from 'node:path';
import type { LearnerFile } from '../core/analysis/group/learners.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { isThere, type LearnerHistory, readLearnerHistory } from '../store/learner-history.ts';
import type { Keep } from '../store/patient-lines.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';
import { reasonText } from './store-faults.ts';

/** A value of `--history`. */
export interface NamedFile {
  readonly name: string | null;
  /** As it was given. */
  readonly path: string;
}

/** `FILE` or `NAME=FILE`. A path may have an equals sign too: what is there as a whole is a path. */
export function namedFile(value: string, { io, words }: Context): NamedFile {
  const equals = value.indexOf('=');
  if (equals < 0 || isThere(resolve(io.cwd, value))) return { name: null, path: value };
  const [name, path] = [value.slice(0, equals).trim(), value.slice(equals + 1)];
  if (name !== '' && path !== '') return { name, path };
  throw new UserError('WRONG_VALUE', EXIT.usage, words.group.badFile(value), words.group.badFileHint);
}

/** The files as they are named, each once; one that is named twice is said. A name given to either of the two is its name. */
export function namedFiles(values: readonly string[], context: Context): NamedFile[] {
  const { io, words } = context;
  const files = new Map<string, NamedFile>();
  for (const value of values) {
    const file = namedFile(value, context);
    const place = resolve(io.cwd, file.path);
    const before = files.get(place);
    if (before) context.notice(safeLine(words.group.twice(file.path)));
    files.set(place, before ? { ...before, name: before.name ?? file.name } : file);
  }
  return [...files.values()];
}

/** Reads a learner's history, and says what is wrong with it. Nothing is written to it or beside it. */
export function readLearnerFile(file: NamedFile, context: Context, keep?: Keep): LearnerFile {
  const history = readOrRefuse(file.path, context, keep);
  for (const line of remarksOn(file.path, history, context)) context.notice(safeLine(line));
  return { ...file, events: history.events };
}

function readOrRefuse(path: string, { io, words: { group, errors } }: Context, keep?: Keep): LearnerHistory {
  try {
    return readLearnerHistory(resolve(io.cwd, path), keep ? { keep } : {});
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    if (error.code === 'HISTORY_DAMAGED')
      throw new UserError('NOT_A_HISTORY', EXIT.usage, group.notHistory(path), group.notHistoryHint);
    const { errno = '' } = error.detail;
    if (errno === 'ENOENT' || errno === 'ENOTDIR')
      throw new UserError('HISTORY_NOT_FOUND', EXIT.notFound, group.notThere(path), group.notThereHint);
    const reason = errno === 'EINVAL' ? group.notRegular : (errors.reasons[errno] ?? errno);
    throw new UserError(error.code, EXIT.data, group.notReadable(path, reason), group.notReadableHint);
  }
}

/** Damaged lines of a file that are named one by one. */
const LINES_NAMED = 10;

function remarksOn(path: string, history: LearnerHistory, { words }: Context): string[] {
  const { group } = words;
  const { lost, odd, tornBytes, isEmpty, isNewer } = history;
  const [firstOdd] = odd;
  return [
    ...(isEmpty ? [group.emptyFile(path)] : []),
    ...(isNewer ? [group.newer(path)] : []),
    ...lost.slice(0, LINES_NAMED).map(({ line, reason }) => group.lostLine(path, line, reasonText(reason, words))),
    ...(lost.length > LINES_NAMED ? [group.lostMore(path, lost.length - LINES_NAMED)] : []),
    ...(firstOdd ? [group.oddLines(path, odd.length, firstOdd.line, reasonText(firstOdd.reason, words))] : []),
    ...(tornBytes === null ? [] : [group.torn(path, tornBytes)]),
  ];
}
