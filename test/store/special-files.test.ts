import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureFolder } from '../../src/store/atomic-file.ts';
import { loadBank } from '../../src/store/bank-file.ts';
import { BankLibrary } from '../../src/store/bank-library.ts';
import { openHistory } from '../../src/store/history-file.ts';

const aPipe = (name: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'quiz-special-')), name);
  execFileSync('mkfifo', [path]);
  return path;
};

test.skipIf(process.platform === 'win32')('a pipe in the place of a history is refused, not waited for', () => {
  expect(() => openHistory(aPipe('history.json'), { now: () => ({ ms: 0, offset: 0 }), archive: null })).toThrow(
    expect.objectContaining({ code: 'CANNOT_READ' }),
  );
});

test.skipIf(process.platform === 'win32')('a pipe among the banks is a faulty bank, not an endless one', async () => {
  const path = aPipe('p.yaml');
  expect(await loadBank(path)).toMatchObject({ kind: 'faulty', faults: [{ finding: { code: 'FILE_UNREADABLE' } }] });
  expect(new BankLibrary('/nowhere', join(path, '..')).list().map(({ id }) => id)).toContain('p');
});

test.skipIf(process.platform !== 'linux')(
  'a folder that cannot be made is refused, even where making it seems to want its parent first',
  () => {
    expect(() => ensureFolder('/proc/nope/deeper')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  },
);
