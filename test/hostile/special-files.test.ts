import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { replaceOwn, writeAtomically } from '../../src/store/atomic-file.ts';
import { bankCacheIn } from '../../src/store/bank-cache.ts';
import { BankDraft } from '../../src/store/bank-draft.ts';
import { loadBank } from '../../src/store/bank-file.ts';
import { BankLibrary } from '../../src/store/bank-library.ts';
import { ExamBeats } from '../../src/store/exam-beat.ts';
import { openHistory } from '../../src/store/history-file.ts';
import { withLock } from '../../src/store/history-lock.ts';
import { deviceOf, homeAt } from '../../src/store/home.ts';
import { writeReportFile } from '../../src/store/report-file.ts';
import { readSnapshot } from '../../src/store/snapshot.ts';
import { bankOf, bankText } from '../support/bank-text.ts';
import { killed } from '../support/killed.ts';

let folder = '';
beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'quiz-special-'));
  folder = made;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

/** What may stand where a file is looked for. */
const SPECIAL: Readonly<Record<string, (path: string) => void>> = {
  'a pipe': (path) => void execFileSync('mkfifo', [path]),
  'a folder': (path) => mkdirSync(path),
  'a link to a device without end': (path) => symlinkSync('/dev/zero', path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a link to nowhere': (path) => symlinkSync(join(path, 'nowhere'), path),
};
const specials = Object.entries(SPECIAL);

const faultOf = (action: () => unknown): unknown => {
  try {
    return action();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe.skipIf(process.platform === 'win32').each(specials)('%s', (_, put) => {
  test('in the place of a bank is a faulty bank', async () => {
    const path = join(folder, 'b.yaml');
    put(path);
    expect(await loadBank(path)).toMatchObject({ kind: 'faulty', faults: [{ finding: { code: 'FILE_UNREADABLE' } }] });
    expect(faultOf(() => new BankDraft(path))).toBe('CANNOT_READ');
    expect((await new BankLibrary(folder, folder).search(['b.yaml'])).kind).toBe('unknown');
  });

  test('in the place of a history is refused, or is none', () => {
    const path = join(folder, 'history.json');
    put(path);
    expect(['CANNOT_READ', undefined]).toContain(
      faultOf(() => openHistory(path, { archive: join(folder, 'archive'), now: () => ({ ms: 0, offset: 0 }) }).close()),
    );
  });

  test('in the place of what the program keeps for itself is passed over, and what can be is replaced', () => {
    const home = homeAt(folder, {}, folder);
    mkdirSync(join(home.cache, 'banks'), { recursive: true });
    const hash = 'a'.repeat(64);
    put(home.device);
    put(join(home.cache, 'progress.json'));
    put(join(home.cache, 'exam-s1.json'));
    put(join(home.cache, 'banks', `${hash.slice(0, 32)}.bank`));
    expect(readSnapshot(join(home.cache, 'progress.json'), 'x')).toBeNull();
    expect(bankCacheIn(join(home.cache, 'banks')).read(hash)).toBeNull();
    const beats = new ExamBeats(home.cache, 's1');
    expect(beats.read()).toBeNull();
    beats.write({ usedMs: 1, index: 0, draft: null });
    expect(faultOf(() => deviceOf(home))).toMatch(/^[a-z0-9]{4}$|^CANNOT_WRITE$/);
    expect(lstatSync('/dev/zero').isCharacterDevice()).toBe(true);
  });

  test('in the place of a lock is no lock for long', () => {
    const path = join(folder, 'lock');
    put(path);
    expect(['done', 'CANNOT_READ', 'CANNOT_WRITE', 'HISTORY_LOCKED']).toContain(
      faultOf(() => withLock(path, () => 'done', undefined, 1_500)),
    );
  });

  test('in the place of a report is not replaced by one', () => {
    const path = join(folder, 'report.md');
    put(path);
    const before = lstatSync(path);
    expect(['exists', 'CANNOT_WRITE']).toContain(faultOf(() => writeReportFile(path, 'x', { replace: false })));
    expect(['written', 'CANNOT_WRITE']).toContain(faultOf(() => writeReportFile(path, 'x', { replace: true })));
    const after = lstatSync(path);
    expect([after.isFile(), after.ino]).toEqual([before.isFile(), before.ino]);
  });
});

describe.skipIf(process.platform === 'win32')('a link', () => {
  test('to another file, where only the program writes, goes; the file stays what it was', async () => {
    const other = join(folder, 'precious');
    writeFileSync(other, 'mine');
    const cache = join(folder, 'cache');
    mkdirSync(cache);
    const hash = 'b'.repeat(64);
    const copy = join(cache, `${hash.slice(0, 32)}.bank`);
    symlinkSync(other, copy);
    const banks = bankCacheIn(cache);
    const bank = await bankOf(bankText());
    banks.write(hash, bank);
    banks.flush();
    expect(banks.read(hash)).toEqual(bank);
    symlinkSync(other, join(cache, 'exam-s1.json.new'));
    new ExamBeats(cache, 's1').write({ usedMs: 1, index: 0, draft: null });
    replaceOwn(join(folder, 'device'), 'x', 0o600);
    expect(readFileSync(other, 'utf8')).toBe('mine');
    expect(lstatSync(copy).isFile()).toBe(true);
  });

  test('of a learner, to a history or a bank elsewhere, stays a link', () => {
    const other = join(folder, 'elsewhere.yaml');
    writeFileSync(other, 'old');
    symlinkSync(other, join(folder, 'b.yaml'));
    writeAtomically(join(folder, 'b.yaml'), 'new', 0o600);
    expect(lstatSync(join(folder, 'b.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(other, 'utf8')).toBe('new');
  });

  test('out of the home to a file that is no bank is a faulty bank, and says nothing of what is in it', async () => {
    const secret = join(folder, 'shadow');
    writeFileSync(secret, 'root:$6$salt$hash:19000:0:99999:7:::\ndaemon:*:19000:0:99999:7:::\n');
    const path = join(folder, 'x.yaml');
    symlinkSync(secret, path);
    const loaded = await loadBank(path);
    expect(loaded).toMatchObject({ kind: 'faulty', faults: [{ finding: { code: 'NOT_A_BANK' } }] });
    expect(JSON.stringify(loaded)).not.toContain('salt');
  });
});

describe.skipIf(process.platform !== 'linux')('a report', () => {
  test('goes into a device, and the device stays', () => {
    expect(writeReportFile('/dev/null', 'x'.repeat(100_000), { replace: true })).toBe('written');
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(writeReportFile('/dev/null', 'x', { replace: false })).toBe('exists');
  });

  test('that the device has no room for is a fault', () => {
    expect(faultOf(() => writeReportFile('/dev/full', 'x', { replace: true }))).toBe('CANNOT_WRITE');
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  test('goes through a pipe that somebody reads', () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const reader = spawn('cat', [path], { stdio: ['ignore', openSync(join(folder, 'read'), 'w'), 'ignore'] });
    onTestFinished(() => killed(reader));
    const patience = Date.now() + 5_000;
    while (faultOf(() => writeReportFile(path, 'through', { replace: true })) !== 'written' && Date.now() < patience);
    while (readFileSync(join(folder, 'read'), 'utf8') === '' && Date.now() < patience);
    expect(readFileSync(join(folder, 'read'), 'utf8')).toBe('through');
  });

  test('leaves nothing beside a folder that it could not replace', () => {
    mkdirSync(join(folder, 'taken'));
    expect(faultOf(() => writeReportFile(join(folder, 'taken'), 'x', { replace: true }))).toBe('CANNOT_WRITE');
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

test('a bank that is larger than a bank is refused by its size alone', async () => {
  const path = join(folder, 'big.yaml');
  writeFileSync(path, bankText());
  truncateSync(path, 60 * 1024 * 1024);
  const began = performance.now();
  expect(await loadBank(path)).toMatchObject({ kind: 'faulty', faults: [{ finding: { code: 'FILE_TOO_LARGE' } }] });
  expect(performance.now() - began).toBeLessThan(1_000);
});

describe('a cached bank that was tampered with counts as none', () => {
  test.each<[string, (copy: Buffer) => Buffer]>([
    ['another header', (copy) => Buffer.concat([Buffer.from('9'), copy])],
    ['a flipped bit', (copy) => Buffer.from(copy.map((byte, at) => (at === copy.length - 5 ? byte ^ 1 : byte)))],
    ['JSON without its header', () => Buffer.from('{"__proto__":{"polluted":1},"id":"b"}', 'utf16le')],
    ['nothing', () => Buffer.alloc(0)],
    ['half', (copy) => copy.subarray(0, copy.length >> 1)],
  ])('%s', async (_, tamper) => {
    const hash = 'c'.repeat(64);
    const cache = bankCacheIn(folder);
    cache.write(hash, await bankOf(bankText()));
    cache.flush();
    const path = join(folder, `${hash.slice(0, 32)}.bank`);
    expect(existsSync(path)).toBe(true);
    writeFileSync(path, tamper(readFileSync(path)));
    expect(cache.read(hash)).toBeNull();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test.each(['', '\u001b]52;c;x\u0007', '../../etc', 'A', 'k3f9 k3f9', '__proto__', 'x'.repeat(2_000), '\ud800'])(
  'a device that is called %j gets a name of its own',
  (name) => {
    const home = homeAt(folder, {}, folder);
    writeFileSync(home.device, name);
    expect(deviceOf(home)).toMatch(/^[a-z0-9]{4}$/);
    expect(readFileSync(home.device, 'utf8')).toMatch(/^[a-z0-9]{4}\n$/);
  },
);
