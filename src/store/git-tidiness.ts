import fs from 'node:fs';
import { join } from 'node:path';
import { orNull } from './store-fault.ts';

/**
 * Whether a repository should be packed. Each run leaves a whole history behind; packed together they take little more than
 * one. Git's own rule counts objects, which are few here and large.
 */
export function isUntidy(folder: string): boolean {
  const objects = join(folder, 'objects');
  if (namesIn(join(objects, 'pack')).filter((name) => name.endsWith('.pack')).length > MOST_PACKS) return true;
  let [count, bytes] = [0, 0];
  for (const part of namesIn(objects).filter((name) => name.length === 2))
    for (const name of namesIn(join(objects, part))) {
      count++;
      bytes += orNull(() => fs.statSync(join(objects, part, name)))?.size ?? 0;
    }
  return count > MOST_LOOSE || bytes > MOST_LOOSE_BYTES;
}

const MOST_PACKS = 40;
const MOST_LOOSE = 3000;
const MOST_LOOSE_BYTES = 64 * 1024 * 1024;

const namesIn = (folder: string): string[] => orNull(() => fs.readdirSync(folder)) ?? [];
