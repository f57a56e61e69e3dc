import { Readable, Writable } from 'node:stream';
import { UserError } from '../../src/cli/errors.ts';
import type { Io } from '../../src/cli/io.ts';
import { parseArguments } from '../../src/cli/program.ts';
import { parseInstant } from '../../src/core/day.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { safeLine } from '../../src/prompts/safe-text.ts';
import { EVENING, type Place, variablesOf } from './program.ts';

/** What a run came to: an exit code, or a bug. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was thrown that is no fault of the program's own. */
  readonly bug: unknown;
}

/** One run of the command line within this process, line by line: hundreds of them take the time of one that is started. */
export async function quizHere(place: Place, args: readonly string[], input: string | Buffer = ''): Promise<Outcome> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const start = parseInstant(EVENING) as { ms: number; offset: number };
  const began = performance.now();
  const io = {
    args,
    env: variablesOf(place),
    cwd: place.cwd,
    input: Readable.from(input.length > 0 ? [Buffer.from(input as string)] : []),
    output: into(out),
    errors: into(err),
    now: () => ({ ms: start.ms + Math.floor(performance.now() - began), offset: start.offset }),
    steadyMs: () => performance.now(),
  } as unknown as Io;
  let code = 0;
  let bug: unknown = null;
  try {
    code = await parseArguments(io, messagesFor('en'), '0');
  } catch (error) {
    if (error instanceof UserError) {
      code = error.exit;
      // As `run` puts it.
      err.push(Buffer.from(safeLine(`${error.message} ${error.hint}`)));
    } else bug = error;
  }
  return { code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8'), bug };
}

const into = (chunks: Buffer[]): Writable =>
  new Writable({
    write(chunk, _, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
