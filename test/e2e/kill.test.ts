import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rngOf } from '../../src/core/rng.ts';
import { en } from '../../src/messages/en.ts';
import { GLYPHS } from '../../src/prompts/theme.ts';
import { answersIn, aPlace, type Place, runQuiz, startQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

/** How often a drill is killed, over all rounds of this file. */
const KILLS = Number(process.env.QUIZ_KILLS ?? 25);
const SEED = process.env.QUIZ_KILL_SEED ?? String(Date.now());
const drill = ['drill', '--bank', 'many', '--no-shuffle', '--new', '9999', '--seed', '1'];

const occurrences = (text: string, part: string): number => text.split(part).length - 1;
const RIGHT = `${GLYPHS.right} ${en.verdict.right}`;

/** Feeds answers to a drill and kills it some milliseconds after its first verdict; how many verdicts were seen. */
async function killedInPipe(place: Place, afterMs: number): Promise<number> {
  const child = startQuiz(place, drill);
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
  expect(signal).toBe('SIGKILL');
  return occurrences(seen, RIGHT);
}

async function killedInTerminal(place: Place, afterMs: number): Promise<number> {
  const terminal = new Terminal(place, drill);
  await terminal.waitFor('号问题');
  const typing = setInterval(() => terminal.press('a', KEY.enter), 5);
  await terminal.waitFor(en.verdict.right);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  process.kill(terminal.pid, 'SIGKILL');
  await terminal.ended;
  clearInterval(typing);
  // A question leaves one line behind, and the last verdict may still stand on the screen.
  const left = occurrences(terminal.everything(), `\n${GLYPHS.right} `);
  return Math.max(1, left);
}

test(`a drill killed at any moment keeps every answer whose verdict was seen (${KILLS} times, seed ${SEED})`, async () => {
  const place = aPlace({ 'many.yaml': many(40 * KILLS + 400) });
  const rng = rngOf(SEED);
  let keptBefore = 0;
  for (let round = 0; round < KILLS; round++) {
    const killed = round % 5 === 4 ? killedInTerminal : killedInPipe;
    const verdicts = await killed(place, rng.below(45));
    // Read as it stands: no start of the program has mended anything yet.
    const kept = answersIn(place).length;
    expect(kept - keptBefore).toBeGreaterThanOrEqual(verdicts);
    keptBefore = kept;
  }
  const last = await runQuiz(place, drill, { input: ['A'] });
  expect(last).toMatchObject({ code: 0, err: `${en.plain.inputEnded}\n` });
  expect(await runQuiz(place, ['history', 'verify'])).toMatchObject({ code: 0, err: '' });
  expect(answersIn(place).length).toBe(keptBefore + 1);
  expect(existsSync(`${place.history}.lock`)).toBe(false);
  expect(readdirSync(place.home).filter((name) => name.includes('.lock'))).toEqual([]);
}, 300_000);
