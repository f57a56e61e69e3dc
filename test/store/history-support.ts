import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Disk } from '../../src/store/atomic-file.ts';
import { eventLine, type WrittenEvent } from '../../src/store/event-line.ts';
import { type HistoryFile, openHistory } from '../../src/store/history-file.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';

/** A folder of its own for a test. */
export function aFolder(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'quiz-store-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What lies in a folder; the mark of a process that may write again is not counted. */
export const namesIn = (folder: string): string[] =>
  fs.readdirSync(folder).filter((name) => !name.startsWith('.owner-'));

export const aPath = (): string => join(aFolder(), 'history.json');

export const NOON = { ms: Date.UTC(2026, 10, 22, 4), offset: 480 };

/** A disk of which some calls do something else. */
export const aDisk = (calls: Partial<Disk> = {}): Disk => ({ ...fs, ...calls });

/** For many small files: nothing is waited for. */
export const HASTY = aDisk({ fsyncSync: () => {} });

export const opened = (path: string, disk: Disk = aDisk(), patienceMs = 200): HistoryFile =>
  openHistory(path, { now: () => NOON, archive: join(dirname(path), 'archive'), disk, patienceMs });

export function anAnswer(n: number, fields: object = {}): WrittenEvent {
  return {
    id: `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    at: '2026-11-22T21:05:13.120+08:00',
    device: 'k3f9',
    type: 'answered',
    session: '01980000-0000-7000-8000-aaaaaaaaaaaa',
    mode: 'drill',
    item: `b/i${n % 7}`,
    right: true,
    rating: 'good',
    ...fields,
  } as WrittenEvent;
}

export const answers = (from: number, to: number): WrittenEvent[] =>
  Array.from({ length: to - from + 1 }, (_, i) => anAnswer(from + i));

export const textOf = (events: readonly WrittenEvent[]): string => HEADER + events.map(eventLine).join('') + END;

/** A file of these lines at a new path. */
export function aFile(text: string): string {
  const path = aPath();
  fs.writeFileSync(path, text);
  return path;
}

/** The program ends at a call of the disk: no later one reaches it. */
export class Crash extends Error {}

/** A disk of which the call with this number, from 1, fails, or is the last that the program comes to. */
export function unsoundDisk(
  nth: number,
  how: 'fails' | 'stops before' | 'stops after',
): { disk: Disk; calls: string[] } {
  const calls: string[] = [];
  let isGone = false;
  const disk = new Proxy(HASTY, {
    get: (real, name) => {
      const call = Reflect.get(real, name) as (...args: unknown[]) => unknown;
      if (!String(name).endsWith('Sync')) return call;
      return (...args: unknown[]) => {
        if (isGone) throw new Crash();
        calls.push(`${String(name)} ${args.filter((arg) => typeof arg === 'string').join(' ')}`);
        const isNow = calls.length === nth;
        if (isNow && how === 'fails' && name !== 'closeSync')
          throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: String(name) });
        isGone = isNow && how !== 'fails';
        if (isGone && how === 'stops before') throw new Crash();
        const result = call(...args);
        if (isGone) throw new Crash();
        return result;
      };
    },
  });
  return { disk, calls };
}

export const idsIn = (history: HistoryFile): string[] => history.readAll().events.map((event) => event.id);

export const idsOf = (events: readonly WrittenEvent[]): string[] => events.map((event) => event.id);
