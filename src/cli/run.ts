import { parseInstant } from '../core/day.ts';
import { type BasicMessages, languageOf, messagesFor } from '../messages/messages.ts';
import { EXIT, isInterruption, UserError } from './errors.ts';
import { ioOf } from './io.ts';
import { parseArguments } from './program.ts';

/** Put in by the build. */
declare const __VERSION__: string;

/** One run of the command line, from the arguments to the exit code. Every user error is printed here and nowhere else. */
export async function run(process: NodeJS.Process): Promise<number> {
  const words = messagesFor(languageOf(valueAfter(process.argv, '--lang'), process.env));
  try {
    return await parseArguments(ioOf(process, startOfClock(process.env, words)), words, __VERSION__);
  } catch (error) {
    if (isInterruption(error)) return EXIT.interrupted;
    // A message may name a file or repeat an argument, and those may hold anything.
    const { safeLine, safeText } = await import('../prompts/safe-text.ts');
    if (error instanceof UserError) {
      const hint = error.hint ? `  ${safeLine(error.hint)}\n` : '';
      process.stderr.write(`quiz: ${safeLine(error.message)}\n${hint}`);
      return error.exit;
    }
    const stack = (error instanceof Error && error.stack) || String(error);
    process.stderr.write(`quiz: ${words.errors.bug}\n${safeText(stack)}\n`);
    return 70;
  }
}

/** The language is needed before the arguments are read, for what they say of themselves. */
function valueAfter(args: readonly string[], flag: string): string | undefined {
  const joined = args.find((arg) => arg.startsWith(`${flag}=`));
  return joined ? joined.slice(flag.length + 1) : args[args.indexOf(flag) + 1 || args.length];
}

function startOfClock(env: NodeJS.ProcessEnv, words: BasicMessages) {
  if (!env.QUIZ_NOW) return null;
  const at = parseInstant(env.QUIZ_NOW);
  if (!at) throw new UserError('BAD_NOW', EXIT.usage, words.errors.nowWrong(env.QUIZ_NOW), words.errors.nowWrongHint);
  return at;
}
