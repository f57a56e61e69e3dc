import fs from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file where there may be no folder yet. */
export function put(path: string, text: string): void {
  fs.mkdirSync(dirname(path), { recursive: true });
  fs.writeFileSync(path, text);
}

export const read = (path: string): string | null => (fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : null);

/** A sentence where a file has anything but one of these contents. */
export function isOneOf(path: string, contents: readonly (string | null)[]): string[] {
  const found = read(path);
  return contents.includes(found) ? [] : [`${path} holds neither the old nor the new: ${found?.slice(0, 80)}`];
}
