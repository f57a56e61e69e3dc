import { appendPairs } from './append.ts';
import { foldOnce, nextOnce } from './fold.ts';
import { takeInOnce } from './intake.ts';
import { loadOnce, parseOnce } from './load.ts';

/** One measurement in a process of its own, as cold as a command is. Its result goes to standard output as JSON. */
const tasks: Readonly<Record<string, (...args: string[]) => unknown>> = {
  append: (history, folder, pairs) => appendPairs(history as string, folder as string, Number(pairs)),
  fold: (home) => foldOnce(home as string),
  next: (home) => nextOnce(home as string),
  load: (bank, cache) => loadOnce(bank as string, cache as string),
  intake: (document) => takeInOnce(document as string),
  parse: (bank) => parseOnce(bank as string),
};

const [name = '', ...args] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await tasks[name]?.(...args)));
