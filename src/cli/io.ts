import type { Instant } from '../core/day.ts';

/** The process as this program sees it: streams, environment, clock. Everything below is handed what it needs of it. */
export interface Io {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
  now(): Instant;
  /** Minutes east of UTC that this machine's clock shows at an instant, summer time minded. */
  offsetAt(ms: number): number;
  /** Milliseconds of a clock that only goes forward, whatever is done to the wall's. It may rest while the machine sleeps. */
  steadyMs(): number;
}

/**
 * The streams and clock of a process; each stream is made when first asked for. `startAt` sets where the clock starts;
 * time passes all the same.
 */
export function ioOf(process: NodeJS.Process, startAt: Instant | null): Io {
  // `performance` would do as well, but is loaded when first touched; this is there already.
  const began = process.uptime();
  return {
    args: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    get input() {
      return process.stdin;
    },
    get output() {
      return guarded(process.stdout);
    },
    get errors() {
      return guarded(process.stderr);
    },
    offsetAt: (ms) => startAt?.offset ?? -Math.round(new Date(ms).getTimezoneOffset()),
    steadyMs: () => process.uptime() * 1000,
    now() {
      if (startAt) return { ms: startAt.ms + Math.floor((process.uptime() - began) * 1000), offset: startAt.offset };
      const date = new Date();
      return { ms: date.getTime(), offset: -date.getTimezoneOffset() };
    },
  };
}

const guardedStreams = new WeakSet<NodeJS.WriteStream>();

/** A reader that goes away (`quiz history list | head`) is no error of ours. */
function guarded(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (guardedStreams.has(stream)) return stream;
  guardedStreams.add(stream);
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return stream;
}
