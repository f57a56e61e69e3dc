import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { bankCacheIn } from '../../src/store/bank-cache.ts';
import { loadBank, sha256 } from '../../src/store/bank-file.ts';
import { LARGEST_BANK_BYTES } from '../../src/store/bank-limits.ts';
import { bankOf, bankText } from '../support/bank-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'quiz-bank-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, 'b.yaml');
const cacheFolder = join(folder, 'cache');
const cache = bankCacheIn(cacheFolder);

async function loadAndKeep(place: string) {
  const loaded = await loadBank(place, cache);
  cache.flush();
  return loaded;
}

beforeEach(() => {
  rmSync(cacheFolder, { recursive: true, force: true });
  writeFileSync(path, bankText());
});

async function codesAt(place: string): Promise<string[]> {
  const loaded = await loadAndKeep(place);
  return loaded.kind === 'bank' ? [] : loaded.faults.map(({ finding }) => finding.code);
}

describe('a file that holds no bank', () => {
  test('is not there, or is a folder', async () => {
    expect(await codesAt(join(folder, 'nowhere.yaml'))).toEqual(['FILE_UNREADABLE']);
    expect(await codesAt(folder)).toEqual(['FILE_UNREADABLE']);
  });

  test('is too large to be one, and is not read to find that out', async () => {
    truncateSync(path, LARGEST_BANK_BYTES + 1);
    expect(await codesAt(path)).toEqual(['FILE_TOO_LARGE']);
  });

  test('is written in another encoding', async () => {
    writeFileSync(path, Buffer.from([0xcc, 0xe2, 0xbf, 0xe2]));
    expect(await codesAt(path)).toEqual(['NOT_UTF8']);
    writeFileSync(path, Buffer.from(`\uFEFF${bankText()}`, 'utf16le'));
    expect(await codesAt(path)).toEqual(['NOT_UTF8']);
  });
});

describe('the compiled copy', () => {
  /** The copy's file, its header, and its body; the body is UTF-16. */
  function copy() {
    const [name] = readdirSync(cacheFolder);
    const place = join(cacheFolder, name as string);
    const bytes = readFileSync(place);
    const bodyAt = bytes.indexOf('\n') + 1;
    return { place, header: bytes.toString('latin1', 0, bodyAt), body: bytes.toString('utf16le', bodyAt) };
  }
  const inFile = (header: string, body: string) =>
    Buffer.concat([Buffer.from(header, 'latin1'), Buffer.from(body, 'utf16le')]);
  const hashOf = (body: string): string => sha256(Buffer.from(body, 'utf16le'));

  test('is the bank itself', async () => {
    const first = await loadAndKeep(path);
    expect(await loadAndKeep(path)).toEqual(first);
    expect(first).toMatchObject({
      kind: 'bank',
      bank: { ...(await bankOf(bankText())), revision: sha256(bankText()) },
    });
  });

  test('is taken without reading the YAML', async () => {
    await loadAndKeep(path);
    const { place, header, body } = copy();
    const doctored = body.replace('小题库', '抄本');
    writeFileSync(place, inFile(header.replace(hashOf(body), hashOf(doctored)), doctored));
    expect(await loadAndKeep(path)).toMatchObject({ bank: { title: '抄本' } });
  });

  test('counts as none when it was changed, cut or emptied', async () => {
    const spoils: ((header: string, body: string) => Buffer)[] = [
      (header, body) => inFile(header, body.replace('小题库', '假题库')),
      (header, body) => inFile(header, body.slice(0, -20)),
      (header, body) => inFile(header, body).subarray(0, -1),
      (header) => inFile(header.slice(0, 40), ''),
      () => inFile('', ''),
      (header, body) => inFile(header.replace(/^\d+/, '0'), body),
    ];
    for (const spoil of spoils) {
      rmSync(cacheFolder, { recursive: true, force: true });
      await loadAndKeep(path);
      const { place, header, body } = copy();
      writeFileSync(place, spoil(header, body));
      expect(await loadAndKeep(path)).toMatchObject({ bank: { title: '小题库' } });
    }
  });

  test('is not used for a text that differs in one byte', async () => {
    await loadAndKeep(path);
    writeFileSync(path, bankText().replace('小题库', '大题库'));
    expect(await loadAndKeep(path)).toMatchObject({ bank: { title: '大题库' } });
  });

  test('is never made of a faulty bank', async () => {
    writeFileSync(path, bankText().replace('answer: 错', 'answer: 也许'));
    expect(await codesAt(path)).toEqual(['BAD_TRUTH']);
    expect(await codesAt(path)).toEqual(['BAD_TRUTH']);
  });

  test('may find no place: the bank loads all the same', async () => {
    writeFileSync(join(folder, 'file'), '');
    for (const unwritable of [join(folder, 'file'), join(folder, 'file', 'below'), join(folder, 'locked', 'below')]) {
      mkdirSync(join(folder, 'locked'), { recursive: true });
      chmodSync(join(folder, 'locked'), 0o500);
      const nowhere = bankCacheIn(unwritable);
      expect(await loadBank(path, nowhere)).toMatchObject({ kind: 'bank' });
      nowhere.flush();
    }
  });
});
