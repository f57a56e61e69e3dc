import fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rngOf } from '../../src/core/rng.ts';
import type { WrittenEvent } from '../../src/store/event-line.ts';
import { StoreFault } from '../../src/store/store-fault.ts';
import { anAnswer, HASTY, opened } from '../store/history-support.ts';
import { inFastFolder } from '../support/fast-folder.ts';
import { damaged, intactIn, whole } from './damage.ts';
import { menders, readers } from './readers.ts';

/** How many damaged files are tried. */
const FLIPS = Number(process.env.QUIZ_FLIPS ?? 300);
const SEED = process.env.QUIZ_FLIP_SEED ?? String(Date.now());
/** Every how many bytes the file is cut; where it begins is left to chance. */
const EVERY = process.env.QUIZ_FAULTS === 'all' ? 1 : 5;
/** Nothing takes longer than this with a file of some kilobytes, not even on a busy machine. */
const LONGEST_MS = 2_000;

/** What is not as it should be with a file of these bytes, in words. */
function complaintsAbout(bytes: Buffer, folder: string): string[] {
  const complaints: string[] = [];
  const path = join(folder, 'history.json');
  const intact = intactIn(bytes);
  const afresh = (): void => {
    for (const name of fs.readdirSync(folder))
      if (!/^history\.json$|^\.owner-/.test(name)) fs.rmSync(join(folder, name), { recursive: true });
    fs.writeFileSync(path, bytes);
  };
  const bounded = (name: string, action: () => void): void => {
    const began = performance.now();
    try {
      action();
    } catch (error) {
      if (!(error instanceof StoreFault)) complaints.push(`${name} threw ${error}`);
      else if (intact.length > 0)
        complaints.push(`${name} refused a file with ${intact.length} events: ${error.message}`);
    }
    if (performance.now() - began > LONGEST_MS) complaints.push(`${name} took ${performance.now() - began} ms`);
  };

  for (const { name, read, passesOver } of readers) {
    afresh();
    bounded(name, () => {
      const found = read(path);
      const missing = intact.filter((event) => !found.has(event.id) && !passesOver?.(event));
      if (missing.length > 0) complaints.push(`${name} lost ${missing.map(({ id }) => id)}`);
    });
  }
  for (const { name, mend, leavesNoDamage } of menders) {
    afresh();
    bounded(name, () => {
      mend(path);
      const mended = fs.readFileSync(path);
      const still = new Set(intactIn(mended));
      const dropped = intact.filter((event) => !still.has(event) && !hasRival(event, bytes, mended));
      if (dropped.length > 0) complaints.push(`${name} dropped ${dropped.map(({ id }) => id)}`);
      complaints.push(...appending(name, path, mended, leavesNoDamage));
    });
  }
  return complaints;
}

/** Of two lines that can be read and have one id, one is kept; a doubled range may have made the other. */
function hasRival({ id }: WrittenEvent, before: Buffer, after: Buffer): boolean {
  const name = `"id":"${id}"`;
  return before.indexOf(name) !== before.lastIndexOf(name) && after.includes(name);
}

/** Nothing is appended to what is damaged; to what is not, an answer is, and the whole is JSON. */
function appending(name: string, path: string, before: Buffer, mustWork: boolean): string[] {
  for (const read of ['readAll', 'readReviews'] as const) {
    const history = opened(path, HASTY);
    const { faults } = history[read]();
    let refused = false;
    try {
      history.append([anAnswer(900)]);
    } catch (error) {
      if (!(error instanceof StoreFault)) return [`${name}, then appending threw ${error}`];
      refused = true;
    }
    history.close();
    const after = fs.readFileSync(path);
    if (refused && !after.equals(before)) return [`${name}: a refused append changed the file`];
    if (refused && mustWork) return [`${name} left damage`];
    if (faults.length > 0 && !refused) return [`${name}: something was appended to a damaged file`];
    if (read === 'readAll' && !refused) JSON.parse(after.toString());
    fs.writeFileSync(path, before);
  }
  return [];
}

test('the bytes that are damaged are those of a sound history', async () => {
  expect(await inFastFolder((folder) => complaintsAbout(whole, folder))).toEqual([]);
  expect(intactIn(whole)).toHaveLength(36);
});

test('a history cut at any byte of its last kilobyte keeps every event that is whole', async () => {
  await inFastFolder((folder) => {
    for (let cut = whole.length - Math.ceil(Math.random() * EVERY) - 1024; cut <= whole.length; cut += EVERY)
      expect(complaintsAbout(whole.subarray(0, cut), folder), `cut at ${cut}`).toEqual([]);
  });
}, 60_000);

test(`a history that was damaged anywhere keeps every event that is whole (${FLIPS} times, seed ${SEED})`, async () => {
  await inFastFolder((folder) => {
    for (let n = 0; n < FLIPS; n++) {
      const { name, bytes } = damaged(rngOf(`${SEED} ${n}`));
      expect(complaintsAbout(bytes, folder), `number ${n}: ${name}`).toEqual([]);
    }
  });
}, 1_200_000);
