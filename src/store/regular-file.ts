import fs from 'node:fs';

/**
 * Reads a file that nobody asked for by name, and that may have been put there by somebody else: a pipe, which would be
 * waited for, a device, which has no end, and whatever is larger than what is looked for are refused like a file that
 * cannot be read.
 */
export function readRegularFile(
  path: string,
  mostBytes: number,
  disk: Pick<typeof fs, 'statSync' | 'readFileSync'> = fs,
): Buffer {
  const stat = disk.statSync(path);
  if (!stat.isFile()) throw refusal(stat.isDirectory() ? 'EISDIR' : 'EINVAL');
  if (stat.size > mostBytes) throw refusal('EFBIG');
  return disk.readFileSync(path);
}

/** As the system itself would have said it. */
export const refusal = (code: 'EINVAL' | 'EFBIG' | 'EISDIR'): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code}: no regular file of that size`), { code, syscall: 'open' });
