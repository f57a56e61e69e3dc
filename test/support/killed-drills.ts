import { once } from 'node:events';
import { en } from '../../src/messages/en.ts';
import { GLYPHS } from '../../src/prompts/theme.ts';
import { type Place, startQuiz } from './program.ts';
import { KEY, Terminal } from './terminal.ts';

/** A drill of new questions in the order of the bank `many`. With the same seed it goes on where one was killed. */
export const drillWith = (seed: string): string[] => [...DRILL, seed];
const DRILL = ['drill', '--bank', 'many', '--no-shuffle', '--new', '9999', '--seed'];

const RIGHT = `${GLYPHS.right} ${en.verdict.right}`;

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Feeds answers to a drill and kills it some milliseconds after its first verdict; how many verdicts were seen. */
export async function killedInPipe(place: Place, seed: string, afterMs: number): Promise<number> {
  const child = startQuiz(place, drillWith(seed));
  let seen = '';
  let dying = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen += text;
    if (dying || !seen.includes(RIGHT)) return;
    dying = true;
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  child.stdin.write('A\n'.repeat(400));
  const [, signal] = await once(child, 'close');
  if (signal !== 'SIGKILL') throw new Error(`The drill ended by itself. It said:\n${seen.slice(-2000)}`);
  return occurrences(seen, RIGHT);
}

/** The same some milliseconds after its start, whatever it is doing then. */
export async function killedAtStart(place: Place, seed: string, afterMs: number): Promise<number> {
  const child = startQuiz(place, drillWith(seed));
  let seen = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen += text;
  });
  child.stdin.write('A\n'.repeat(400));
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  await once(child, 'close');
  return occurrences(seen, RIGHT);
}

export async function killedInTerminal(place: Place, seed: string, afterMs: number): Promise<number> {
  const terminal = new Terminal(place, drillWith(seed));
  await terminal.waitFor('号问题');
  const typing = setInterval(() => terminal.press('a', KEY.enter), 5);
  await terminal.waitFor(en.verdict.right);
  await pause(afterMs);
  process.kill(terminal.pid, 'SIGKILL');
  await terminal.ended;
  clearInterval(typing);
  // A question leaves one line behind, and the last verdict may still stand on the screen.
  return Math.max(1, occurrences(terminal.everything(), `\n${GLYPHS.right} `));
}
