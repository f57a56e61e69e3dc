import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect } from 'vitest';

/** How many cases are tried of each law: as many as the usual run has time for, or `QUIZ_FUZZ=10000`. */
export const casesOr = (usual: number): number => Number(process.env.QUIZ_FUZZ ?? usual);

/** A law's own time, by how many cases it may be tried with. */
export const PATIENCE_MS = 60_000 + casesOr(0) * 500;

/** Time of this process, in milliseconds; what others take of the machine meanwhile does not count. */
export const usedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What no input may take longer for, of some kilobytes. */
export const LONGEST_MS = 3000;

export async function inTime<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const began = usedMs();
  const result = await work();
  expect(usedMs() - began, what).toBeLessThan(LONGEST_MS);
  return result;
}

/** Bytes that a failed law can show as a text to be pasted. */
export interface Bytes {
  readonly bytes: Buffer;
}

export function bytesOf(bytes: Buffer): Bytes {
  const shown = JSON.stringify(bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1'));
  const cut = shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN)} and ${shown.length - MOST_SHOWN} more` : shown;
  return { bytes, [fc.toStringMethod]: () => cut } as Bytes;
}

const MOST_SHOWN = 3000;
