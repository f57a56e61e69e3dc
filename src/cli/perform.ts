import { withDetails } from '../messages/details.ts';
import type { BasicMessages } from '../messages/messages.ts';
import * as commands from './commands.ts';
import { type Context, contextOf, type GlobalOptions } from './context.ts';
import type { ExitCode } from './errors.ts';
import type { Io } from './io.ts';
import { asUserError } from './store-faults.ts';

/** A command, chosen from all of them. */
export type Choose<A extends readonly unknown[]> = (
  all: typeof commands,
) => (context: Context, ...args: A) => Promise<ExitCode>;

/** Runs one command in its context. What the disk refuses comes out as an error in words. */
export async function perform<A extends readonly unknown[]>(
  choose: Choose<A>,
  args: A,
  io: Io,
  basic: BasicMessages,
  options: GlobalOptions,
): Promise<ExitCode> {
  const words = withDetails(basic);
  const context = contextOf(io, words, options);
  try {
    return await choose(commands)(context, ...args);
  } catch (error) {
    throw asUserError(error, words);
  } finally {
    context.cache.flush();
  }
}
