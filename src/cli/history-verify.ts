import { relative, resolve } from 'node:path';
import { formatInstant, studyDayOf } from '../core/day.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import type { Finding, Spot } from '../core/history/verify/finding.ts';
import { readingsPart } from '../core/history/verify/readings.ts';
import { verifyEvents } from '../core/history/verify/verify.ts';
import {
  type MemoryCheck,
  renderVerify,
  type VerifyFault,
  type VerifyOddity,
  type VerifyPlace,
  type VerifyReport,
} from '../report/history-verify.ts';
import { renderVerifyJson } from '../report/history-verify-json.ts';
import { clockTimeOf } from '../report/quantities.ts';
import { backupsIn } from '../store/backups.ts';
import { type Examined, examine } from '../store/examine.ts';
import { openHistory } from '../store/history-file.ts';
import { historyFiles } from '../store/history-files.ts';
import { readHistoryFile } from '../store/steady-file.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { Journal } from './journal.ts';

interface VerifyOptions {
  readonly json?: boolean;
}

/**
 * `quiz history verify [FILE]`: reads everything, and changes nothing but a cache that is wrong. 4 where something is damaged, 1
 * where the program is at odds with itself.
 */
export async function runHistoryVerify(
  context: Context,
  named: string | undefined,
  options: VerifyOptions,
): Promise<ExitCode> {
  const { verify: words } = context.words;
  const files = named === undefined ? ownFiles(context) : [namedFile(context, named)];
  const report = reportOf(context, files, named === undefined);
  const text = options.json
    ? renderVerifyJson(report, words)
    : renderVerify(report, words, (path) => nameOf(path, context));
  context.io.output.write(text);
  if (report.whole) return isAtOdds(report.memory) ? EXIT.faults : EXIT.done;
  if (!options.json) context.notice(named === undefined ? words.next : words.nextFile);
  return EXIT.data;
}

interface ReadFile {
  readonly path: string;
  readonly bytes: number;
  readonly examined: Examined;
}

function ownFiles({ home }: Context): ReadFile[] {
  return historyFiles(home).flatMap((path) => readFile(path, path === home.history) ?? []);
}

function namedFile(context: Context, named: string): ReadFile {
  const { verify: words } = context.words;
  const file = readFile(resolve(context.io.cwd, named));
  if (!file) throw new UserError('FILE_NOT_FOUND', EXIT.notFound, words.noFile(named), words.noFileHint);
  return file;
}

function readFile(path: string, mayBeEmpty = true): ReadFile | null {
  const bytes = readHistoryFile(path);
  return bytes && { path, bytes: bytes.length, examined: examine(bytes, { mayBeEmpty }) };
}

function reportOf(context: Context, files: readonly ReadFile[], isOwn: boolean): VerifyReport {
  const events = files.flatMap(({ examined }, file) => examined.events.map((event) => ({ file, ...event })));
  const { damage, oddities, census } = verifyEvents(events, studyDayOf(context.io.now()));
  const place = ({ file, line }: Spot): VerifyPlace => ({ file: files[file]?.path ?? '', line });
  const told = ({ code, about, first, wanted, ...spot }: Finding): VerifyFault => ({
    ...place(spot),
    code,
    about,
    ...(first ? { first: place(first) } : {}),
    ...(wanted ? { wanted } : {}),
  });
  const faults = files.flatMap(({ examined }, file) => {
    const structure = examined.faults.map(({ line, code, about }) => ({ ...place({ file, line }), code, about }));
    return [...structure, ...damage.filter((finding) => finding.file === file).map(told)].sort(
      (a, b) => a.line - b.line,
    );
  });
  const isOld = files.every(({ examined }) => !examined.isNewer);
  return {
    files: files.map(({ path, bytes, examined }) => ({
      path,
      bytes,
      events: examined.events.length,
      isNewer: examined.isNewer,
    })),
    whole: faults.length === 0,
    faults,
    oddities: oddities.map(told) as VerifyOddity[],
    census,
    backups: isOwn ? knownBackups(context) : null,
    memory: isOwn && isOld && faults.length === 0 && files.length > 0 ? memoryOf(context, files, place) : null,
  };
}

/** Within the home as people know it there. */
function nameOf(path: string, { home }: Context): string {
  const near = relative(home.directory, path);
  return near.startsWith('..') ? path : near;
}

function knownBackups({ home }: Context): VerifyReport['backups'] {
  const backups = backupsIn(home.backups);
  const [newest] = backups;
  if (!newest) return { count: 0, newest: null };
  const { name, at, reason } = newest;
  return { count: backups.length, newest: { name, at: clockTimeOf(formatInstant(at)), reason } };
}

/** The fold is made anew, and each file is read both ways. All of them are whole, so that opening them changes nothing. */
function memoryOf(context: Context, files: readonly ReadFile[], place: (spot: Spot) => VerifyPlace): MemoryCheck {
  const parts = files.map(({ path, examined }, file) => {
    const opened = openHistory(path, { now: () => context.io.now(), archive: null });
    const part = readingsPart(
      examined.events.map((event) => ({ file, ...event })),
      opened.readReviews(),
    );
    opened.close();
    return part;
  });
  const first = parts.find((part) => part !== null);
  const journal = new Journal(context, DEFAULT_RETENTION);
  const foldsPart = journal.recheck();
  journal.file.close();
  return { readingsPart: first ? place(first) : null, foldsPart };
}

const isAtOdds = (memory: MemoryCheck | null): boolean =>
  memory !== null && (memory.readingsPart !== null || memory.foldsPart.length > 0);
