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
}

/** The streams and clock of a process. `startAt` sets where the clock starts; time passes all the same. */
export function ioOf(process: NodeJS.Process, startAt: Instant | null): Io {
  // `performance` would do as well, but is loaded when first touched; this is there already.
  const began = process.uptime();
  return {
    args: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    now() {
      if (startAt) return { ms: startAt.ms + Math.floor((process.uptime() - began) * 1000), offset: startAt.offset };
      const date = new Date();
      return { ms: date.getTime(), offset: -date.getTimezoneOffset() };
    },
  };
}
