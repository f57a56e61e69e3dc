import { join } from 'node:path';
import type { Messages } from '../messages/messages.ts';
import { safeText } from '../prompts/safe-text.ts';
import { type BankCache, bankCacheIn } from '../store/bank-cache.ts';
import { type Home, homeAt } from '../store/home.ts';
import type { Io } from './io.ts';
import { valuesFor } from './values.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly home?: string;
  readonly lang?: string;
  readonly color?: boolean;
  readonly plain?: boolean;
}

const LANGUAGES = ['zh', 'en'] as const;

/** What a command works with. */
export interface Context {
  readonly io: Io;
  readonly words: Messages;
  readonly home: Home;
  readonly cache: BankCache;
  readonly color: boolean;
  /** A terminal on both sides, and nobody asked for plain lines. */
  readonly interactive: boolean;
  /** Writes a line for a person or a program that reads the report. Whatever it quotes can do no harm. */
  print(text: string): void;
  /** The same of a line with colours, whose words were made safe before they were painted. */
  printPainted(text: string): void;
  /** Writes lines that end in a line break themselves. */
  show(text: string): void;
  /** Writes a line beside the report. */
  notice(text: string): void;
}

export function contextOf(io: Io, words: Messages, options: GlobalOptions): Context {
  if (options.lang !== undefined) valuesFor(words).oneOf('--lang', options.lang, LANGUAGES);
  const home = homeAt(options.home, io.env, io.cwd);
  const interactive = Boolean(io.input.isTTY && io.output.isTTY) && options.plain !== true && io.env.TERM !== 'dumb';
  return {
    io,
    words,
    home,
    cache: bankCacheIn(join(home.cache, 'banks')),
    color: Boolean(io.output.isTTY) && options.color !== false && !io.env.NO_COLOR && io.env.TERM !== 'dumb',
    interactive,
    print: (text) => void io.output.write(`${safeText(text)}\n`),
    printPainted: (text) => void io.output.write(`${text}\n`),
    show: (text) => void io.output.write(safeText(text)),
    notice: (text) => void io.errors.write(`${safeText(text)}\n`),
  };
}
