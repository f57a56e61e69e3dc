import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Rng, rngOf } from '../../src/core/rng.ts';
import { en } from '../../src/messages/en.ts';
import { openHistory } from '../../src/store/history-file.ts';
import { drillWith, killedAtStart, killedInPipe, killedInTerminal } from '../support/killed-drills.ts';
import { answersIn, aPlace, eventsOf, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';

/** How often a drill is killed, over all rounds of a test. */
const KILLS = Number(process.env.QUIZ_KILLS ?? 25);
/** The same for two at once, which takes longer. */
const PAIR_KILLS = Number(process.env.QUIZ_KILLS ?? 10);
const SEED = process.env.QUIZ_KILL_SEED ?? String(Date.now());
const TIMEOUT_MS = 120_000 + 3_000 * KILLS;

/** A bank of more questions than this takes longer to start with than what is tried with it. */
const KILLS_A_PLACE = 100;

/** Places with a bank that is large enough for some kills, until there were as many kills as asked for. */
async function inPlaces(kills: number, use: (place: Place, kills: number, rng: Rng) => Promise<void>): Promise<void> {
  for (let done = 0; done < kills; done += KILLS_A_PLACE) {
    const here = Math.min(KILLS_A_PLACE, kills - done);
    await use(aPlace({ 'many.yaml': many(120 * here + 400) }), here, rngOf(`${SEED} ${done}`));
  }
}

/** The next drill is not kept waiting by what was left, finds all of it sound, and leaves nothing. */
async function goesOn(place: Place): Promise<void> {
  const before = answersIn(place).length;
  const last = await runQuiz(place, drillWith('1'), { input: ['A'] });
  expect(last).toMatchObject({ code: 0, err: `${en.plain.inputEnded}\n` });
  expect(await runQuiz(place, ['history', 'verify'])).toMatchObject({ code: 0, err: '' });
  expect(answersIn(place).length).toBe(before + 1);
  expect(readdirSync(place.home).filter((name) => name.includes('.lock'))).toEqual([]);
}

const times = (kills: number): string => `(${kills} times, seed ${SEED})`;

test(
  `a drill killed at any moment keeps every answer whose verdict was seen ${times(KILLS)}`,
  () =>
    inPlaces(KILLS, async (place, kills, rng) => {
      let keptBefore = 0;
      for (let round = 0; round < kills; round++) {
        const killed = round % 5 === 4 ? killedInTerminal : killedInPipe;
        const verdicts = await killed(place, '1', rng.below(45));
        // Read as it stands: no start of the program has mended anything yet.
        const kept = answersIn(place).length;
        expect(kept - keptBefore).toBeGreaterThanOrEqual(verdicts);
        keptBefore = kept;
      }
      await goesOn(place);
    }),
  TIMEOUT_MS,
);

test(
  `of two drills on one history, each killed at any moment, every answer whose verdict was seen is kept ${times(PAIR_KILLS)}`,
  () =>
    inPlaces(PAIR_KILLS, async (place, kills, rng) => {
      for (let round = 0; round < kills / 2; round++) await killTwo(place, rng);
      await goesOn(place);
    }),
  TIMEOUT_MS,
);

async function killTwo(place: Place, rng: Rng): Promise<void> {
  const before = existsSync(place.history) ? answersIn(place).length : 0;
  const verdicts = await Promise.all([killOne(place, '1', rng), killOne(place, '2', rng)]);
  // Whoever opens it next mends what may be torn; then it is one JSON document with all that was there.
  openHistory(place.history, { now: () => ({ ms: 0, offset: 0 }), archive: null }).close();
  if (existsSync(place.history)) JSON.parse(readFileSync(place.history, 'utf8'));
  const fresh = answersIn(place).slice(before);
  const seeds = new Map(
    eventsOf(place).flatMap((event) => (event.type === 'session-started' ? [[event.id, event.seed]] : [])),
  );
  for (const [index, seen] of verdicts.entries()) {
    const kept = fresh.filter(({ session }) => seeds.get(session) === String(index + 1)).length;
    expect(kept, `of drill ${index + 1} ${kept} answers were kept, ${seen} seen`).toBeGreaterThanOrEqual(seen);
  }
}

function killOne(place: Place, seed: string, rng: Rng): Promise<number> {
  const way = rng.below(10);
  if (way === 0) return killedInTerminal(place, seed, rng.below(45));
  return way < 4 ? killedAtStart(place, seed, 100 + rng.below(500)) : killedInPipe(place, seed, rng.below(45));
}
