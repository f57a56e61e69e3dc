import fs from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyEvents } from '../../src/core/history/verify/verify.ts';
import { eventLine } from '../../src/store/event-line.ts';
import { examine } from '../../src/store/examine.ts';
import { historyOf } from '../../src/store/history-entries.ts';
import { openHistory } from '../../src/store/history-file.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { repairHistory } from '../../src/store/repair.ts';
import { salvage } from '../../src/store/salvage/salvage.ts';
import { StoreFault } from '../../src/store/store-fault.ts';
import { afterAll, aMixedHistory, historyText, type Mishap, mishaps } from '../support/damage.ts';
import { aFile, HASTY, NOON } from './history-support.ts';

/** Cases of each law; `QUIZ_DAMAGE=10000` for a night. */
const RUNS = Number(process.env.QUIZ_DAMAGE ?? 400);
/** Of laws that take longer: a quarter, unless a number was asked for. */
const FEWER = process.env.QUIZ_DAMAGE ? RUNS : RUNS / 4;
const PATIENCE_MS = 60_000 + RUNS * 40;

const events = aMixedHistory();
const sound = Buffer.from(historyText(events));
const texts = events.map((event) => eventLine(event).slice(0, -2));

const mended = (bytes: Buffer): Buffer | null => {
  const found = salvage(bytes);
  return found.kind === 'history' ? historyOf(found.entries) : null;
};
const isWhole = (bytes: Buffer): boolean => {
  const { events: found, faults } = examine(bytes);
  const { damage, oddities } = verifyEvents(
    found.map((each) => ({ file: 0, ...each })),
    30_000,
  );
  return faults.length === 0 && damage.length === 0 && oddities.every(({ code }) => code !== 'REPEATED_ID');
};
/** What an event says, under whatever id. */
const contentOf = (text: string): string => JSON.stringify({ ...(JSON.parse(text) as object), id: '' });

function eachDamaged(law: (damaged: Buffer, happened: readonly Mishap[]) => void): void {
  fc.assert(
    fc.property(mishaps, (happened) => law(afterAll(sound, happened), happened)),
    { numRuns: RUNS },
  );
}

test('a sound history is not changed', () => {
  expect(salvage(sound)).toMatchObject({ kind: 'history', steps: [], rests: [] });
  expect(mended(sound)).toEqual(sound);
});

test(
  'whatever happened to a history, every event that stands in it whole is in the mended one',
  () => {
    eachDamaged((damaged) => {
      const found = salvage(damaged);
      if (found.kind !== 'history') return;
      const kept = new Set(found.entries.map(({ text }) => contentOf(text)));
      const lost = texts.filter((text) => damaged.includes(text) && !kept.has(contentOf(text)));
      expect(lost).toEqual([]);
    });
  },
  PATIENCE_MS,
);

test(
  'no word is lost: each is in the mended history or in what is put aside, save those of the frame of a history',
  () => {
    const frame = HEADER + END;
    eachDamaged((damaged) => {
      const found = salvage(damaged);
      if (found.kind !== 'history') return;
      const left = Buffer.concat([historyOf(found.entries), ...found.rests.map(({ bytes }) => bytes)]).toString(
        'latin1',
      );
      // The names of git's branches say nothing of a history.
      const said = damaged.toString('latin1').replace(/[<>]{7} [^{"\n]*/g, '');
      const words = new Set(said.match(/[\w-]{3,}/g) ?? []);
      expect([...words].filter((word) => !left.includes(word) && !frame.includes(word))).toEqual([]);
    });
  },
  PATIENCE_MS,
);

test(
  'what is put aside is a part of the damaged file, byte for byte',
  () => {
    eachDamaged((damaged) => {
      const found = salvage(damaged);
      for (const { bytes } of found.kind === 'history' ? found.rests : []) expect(damaged.includes(bytes)).toBe(true);
    });
  },
  PATIENCE_MS,
);

test(
  'the mended history is whole, and mending it again changes nothing',
  () => {
    eachDamaged((damaged) => {
      const next = mended(damaged);
      if (next === null) return;
      expect(isWhole(next)).toBe(true);
      const again = salvage(next);
      if (again.kind !== 'history') throw new Error(again.kind);
      expect([again.steps.length, again.rests.length]).toEqual([0, 0]);
      expect(historyOf(again.entries).equals(next)).toBe(true);
    });
  },
  PATIENCE_MS,
);

test(
  'a history in which nothing is mended is whole as it stands',
  () => {
    eachDamaged((damaged) => {
      const found = salvage(damaged);
      if (found.kind === 'history' && found.steps.length === 0) expect(isWhole(damaged)).toBe(true);
    });
  },
  PATIENCE_MS,
);

test(
  'opening, reading, verifying and repairing a damaged file end in order or in a fault that has a name, and within a second',
  () => {
    fc.assert(
      fc.property(mishaps, (happened) => {
        const path = aFile('');
        fs.writeFileSync(path, afterAll(sound, happened));
        const began = process.cpuUsage();
        const options = { backups: join(dirname(path), 'backups'), now: NOON, disk: HASTY };
        const attempts = [
          () => examine(fs.readFileSync(path)),
          () => openHistory(path, { now: () => NOON, archive: null, disk: HASTY }).readReviews(),
          () => openHistory(path, { now: () => NOON, archive: null, disk: HASTY }).readAll(),
          () => repairHistory(path, options),
          () => expect(isWhole(fs.readFileSync(path))).toBe(true),
          () => expect(repairHistory(path, options).plan.steps).toEqual([]),
        ];
        for (const attempt of attempts) {
          try {
            attempt();
          } catch (error) {
            if (!(error instanceof StoreFault)) throw error;
            if (attempts.indexOf(attempt) > 2) break;
          }
        }
        expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000);
      }),
      { numRuns: FEWER },
    );
  },
  PATIENCE_MS,
);

test(
  'a history that was saved as UTF-16 and then damaged gives back what stands in it whole',
  () => {
    fc.assert(
      fc.property(mishaps, fc.boolean(), (happened, isBig) => {
        const text = afterAll(sound, happened).toString('utf8');
        const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
        const found = salvage(isBig ? wide.swap16() : wide);
        if (found.kind !== 'history') return;
        const kept = new Set(found.entries.map((entry) => contentOf(entry.text)));
        expect(texts.filter((each) => text.includes(each) && !kept.has(contentOf(each)))).toEqual([]);
        expect(isWhole(historyOf(found.entries))).toBe(true);
      }),
      { numRuns: FEWER },
    );
  },
  PATIENCE_MS,
);

test('cut anywhere in its last kilobyte, a history keeps every event that stands before the cut', () => {
  for (let size = sound.length; size > sound.length - 1024; size--) {
    const cut = sound.subarray(0, size);
    const found = salvage(cut);
    if (found.kind !== 'history') throw new Error(found.kind);
    expect(found.entries.map(({ text }) => text)).toEqual(texts.filter((text) => cut.includes(text)));
    expect(isWhole(historyOf(found.entries))).toBe(true);
  }
});
