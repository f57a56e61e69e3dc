import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Rng, rngOf } from '../../../src/core/rng.ts';
import { historyOf } from '../../../src/store/history-entries.ts';
import { Desk, type Machine } from '../../support/machines.ts';

/** More of them behind a variable. */
const STORIES = 2 + Number(process.env.QUIZ_SYNCS ?? 0);
const DEEDS = 16;

class Stop extends Error {}

/** One story of three machines with a stick, real git and real files, by its seed. */
class Story {
  readonly #desk: Desk;
  readonly #machines: readonly Machine[];
  readonly #rng: Rng;
  readonly given: string[] = [];

  constructor(desk: Desk, machines: readonly Machine[], rng: Rng) {
    this.#desk = desk;
    this.#machines = machines;
    this.#rng = rng;
  }

  async deed(): Promise<void> {
    const machine = this.#any(this.#machines);
    switch (this.#rng.below(10)) {
      case 0:
      case 1:
      case 2:
        return this.#answer(machine);
      case 3:
        return this.#editBank(machine);
      case 4:
        return this.#archive(machine);
      case 5:
        await Promise.all(this.#machines.slice(1).map((each) => each.sync()));
        return;
      case 6:
        return this.#away(machine);
      case 7:
        return this.#cutOff(machine);
      case 8:
        await machine.sync({
          onStep: (step) => {
            if (step !== 'bringing-in') return;
            this.#answer(machine);
            this.#editBank(machine);
          },
        });
        return;
      default:
        await machine.sync();
    }
  }

  /** Everybody syncs, takes what the others have of banks in conflict, and syncs until nothing moves. */
  async end(): Promise<void> {
    for (let round = 0; round < 3; round++)
      for (const machine of this.#machines) {
        const { conflicts } = await machine.sync();
        if (conflicts.length > 0)
          await machine.sync({ choices: new Map(conflicts.map(({ path }) => [path, 'theirs'] as const)) });
      }
  }

  #answer(machine: Machine): void {
    const ids = Array.from({ length: 1 + this.#rng.below(3) }, () => `e${this.given.push('')}`);
    this.given.splice(-ids.length, ids.length, ...ids);
    machine.answer(...ids);
  }

  #editBank(machine: Machine): void {
    const name = this.#any(['a.yaml', 'b.yaml', 'sub/c.yaml']);
    const lines = machine.bank(name)?.split('\n') ?? ['1', '2', '3', '4', '5', '6', '7', '8', ''];
    if (this.#rng.below(6) === 0 && machine.bank(name) !== null) machine.bank(name, null);
    else machine.bank(name, lines.with(this.#rng.below(lines.length - 1), `${this.#rng.below(1000)}`).join('\n'));
  }

  /** The older half goes into an archive, in the way of whoever does it: archive first, then the history. */
  #archive(machine: Machine): void {
    const { home } = machine;
    if (!existsSync(home.history)) return;
    const { entries } = machine;
    const old = entries.slice(0, entries.length >> 1);
    const path = join(home.archive, this.#any(['1.json', '2.json']));
    if (old.length === 0 || existsSync(path)) return;
    mkdirSync(home.archive, { recursive: true });
    writeFileSync(path, historyOf(old));
    writeFileSync(home.history, historyOf(entries.slice(old.length)));
  }

  async #away(machine: Machine): Promise<void> {
    renameSync(this.#desk.stick, `${this.#desk.stick}.away`);
    await machine.sync();
    renameSync(`${this.#desk.stick}.away`, this.#desk.stick);
  }

  async #cutOff(machine: Machine): Promise<void> {
    const when = this.#any(['fetching', 'pushing', 'bringing-in'] as const);
    const stop = (step: string): void => {
      if (step === when) throw new Stop();
    };
    await machine.sync({ onStep: stop }).catch((error) => {
      if (!(error instanceof Stop)) throw error;
    });
  }

  #any<T>(all: readonly T[]): T {
    return all[this.#rng.below(all.length)] as T;
  }
}

test.each(Array.from({ length: STORIES }, (_, n) => n))('story %i: three machines come to the same', async (seed) => {
  const [desk, ...machines] = await Desk.with(['a', 'b', 'c']);
  const story = new Story(desk, machines, rngOf(`story ${seed}`));
  for (let deed = 0; deed < DEEDS; deed++) await story.deed();
  await story.end();
  const [first, ...others] = machines.map(stateOf);
  for (const other of others) expect(other).toEqual(first);
  const ids = Object.entries(first ?? {})
    .filter(([path]) => !path.startsWith('banks'))
    .flatMap(([, text]) => [...text.matchAll(/"id":"(e\d+)"/g)].map(([, id]) => id as string));
  expect(ids.sort()).toEqual([...story.given].sort());
});

/** Every file of a home that is carried. */
function stateOf({ home }: Machine): Record<string, string> {
  const paths = [
    'history.json',
    ...['banks', 'archive'].flatMap((folder) => filesIn(join(home.directory, folder), folder)),
  ];
  return Object.fromEntries(
    paths
      .filter((path) => existsSync(join(home.directory, path)))
      .map((path) => [path, readFileSync(join(home.directory, path), 'utf8')]),
  );
}

const filesIn = (folder: string, prefix: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(prefix, parentPath.slice(folder.length), name))
        .sort()
    : [];
