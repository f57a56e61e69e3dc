import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Where thousands of small files are made that nobody wants to have lasting: in memory, where the system has such a folder. */
const FAST = ['/dev/shm', tmpdir()].find((folder) => {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}) as string;

/** A new folder, which is gone when the test is over. */
export function aFastFolder(): string {
  const folder = fs.mkdtempSync(join(FAST, 'quiz-fast-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One that is gone when `use` is done with it. */
export async function inFastFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(join(FAST, 'quiz-fast-'));
  try {
    return await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
