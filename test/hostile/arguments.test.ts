import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { HOSTILE, harmIn, PAYLOADS } from '../support/hostile.ts';
import { quizHere } from '../support/in-process.ts';
import { aPlace, runQuiz } from '../support/program.ts';
import { KINDS } from '../support/small-banks.ts';

/** Names that lead elsewhere, mean something to a shell, a pattern or JavaScript, or to nobody. */
const NAMES: readonly string[] = [
  ...['../../etc/passwd', '/etc/passwd', '../../../../../../etc/passwd', './banks/../../x.yaml', '~root', '~/x.yaml'],
  ...[
    '-',
    '.',
    '..',
    '/',
    '',
    ' ',
    '%2e%2e%2fetc',
    'CON',
    'NUL.yaml',
    'a\nb',
    'a\tb',
    'x'.repeat(300),
    'x'.repeat(5_000),
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'],
  ...[
    '$(id)',
    '`id`',
    '; ls',
    '| cat',
    '& ls',
    "' '",
    '"',
    '\\',
    '\\\\host\\share',
    'C:\\x.yaml',
    'file:///etc/passwd',
  ],
  ...['*', '?', '[', '[a', '{', '!(x)', '+(+(+(+(a))))', '{a,b}'.repeat(20), '{1..9999999}', '**/'.repeat(40), '!**'],
  HOSTILE.replaceAll('\ud800', ''),
];

/** Each takes a name somewhere. */
const COMMANDS: readonly ((name: string) => readonly string[])[] = [
  (name) => [name],
  (name) => ['bank', name],
  (name) => ['bank', 'show', '--', name],
  (name) => ['bank', 'check', '--', name],
  (name) => ['bank', 'export', '--', name],
  (name) => ['bank', 'edit', '--', name],
  (name) => ['bank', 'find', '--bank', 'kinds', '--', name],
  (name) => ['bank', 'export', 'kinds', '--format', name],
  (name) => ['drill', '--bank', name],
  (name) => ['drill', '--bank', 'kinds', '--topic', name],
  (name) => ['drill', '--bank', 'kinds', '--type', name],
  (name) => ['drill', '--bank', 'kinds', '--seed', name],
  (name) => ['exam', '--bank', 'kinds', '--paper', name],
  (name) => ['exam', '--resume', name],
  (name) => ['exam', '--report', name],
  (name) => ['practice', '--bank', 'kinds', '--count', name],
  (name) => ['paper', '--bank', 'kinds', '--versions', name],
  (name) => ['history', 'show', '--', name],
  (name) => ['history', 'diff', '--', name, name],
  (name) => ['mistakes', '--bank', name],
  (name) => ['mistakes', 'cause', '--', name, name],
  (name) => ['export', '--since', name],
  (name) => ['study', '--bank', 'kinds', '--topic', name],
];

/** One for all names: the banks that ship are compiled once. */
const place = aPlace({ 'kinds.yaml': KINDS }, afterAll);

describe('a name that is none', () => {
  test.each(NAMES.map((name) => [JSON.stringify(name).slice(0, 40), name]))('%s, in every command', async (_, name) => {
    const trouble: string[] = [];
    for (const command of COMMANDS) {
      const args = command(name);
      const began = performance.now();
      const { code, out, err, bug } = await quizHere(place, args);
      const took = performance.now() - began;
      if (bug) trouble.push(`${args.join(' ').slice(0, 60)}: ${bug instanceof Error ? bug.stack?.slice(0, 200) : bug}`);
      if (![0, 2, 3].includes(code)) trouble.push(`${args.join(' ').slice(0, 60)}: exit ${code}`);
      if (took > 5_000) trouble.push(`${args.join(' ').slice(0, 60)}: ${Math.round(took)} ms`);
      if (harmIn(out).length > 0) trouble.push(`${args.join(' ').slice(0, 60)}: ${harmIn(out)}`);
      if (/root:|daemon:/.test(out + err)) trouble.push(`${args.join(' ').slice(0, 60)}: told of another file`);
    }
    expect(trouble).toEqual([]);
    expect(readdirSync(place.cwd)).toEqual(['banks']);
  });

  test('is shown harmless where a fault repeats it', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const name = `x${PAYLOADS.csi}${PAYLOADS.clipboard}${PAYLOADS.direction}${PAYLOADS.zeroWidth}${PAYLOADS.tags}${PAYLOADS.c1}`;
    for (const args of [
      [name],
      ['drill', '--bank', name],
      ['history', 'show', name],
      ['--home', name, 'drill', '--bank', name],
      ['--lang', name],
    ]) {
      const ran = await runQuiz(place, args);
      expect(ran.code).not.toBe(70);
      expect(ran.err).toContain('⟨U+');
      expect(harmIn(ran.out + ran.err)).toEqual([]);
    }
    const said = await runQuiz(place, ['bank', 'list'], { env: { QUIZ_NOW: name } });
    expect([said.code, harmIn(said.err)]).toEqual([2, []]);
    expect(
      harmIn(
        (
          await runQuiz(place, ['drill', '--bank', 'kinds'], {
            env: { QUIZ_HOME: join(place.cwd, name) },
            input: ['A'],
          })
        ).out,
      ),
    ).toEqual([]);
  });
});

describe('a file that is called', () => {
  const NAMED = [
    'a b.yaml',
    "it's.yaml",
    '$(touch pwned).yaml',
    '-x.yaml',
    '--fix.yaml',
    'a\nb.yaml',
    '\u001b]0;x\u0007.yaml',
    '\u202egnp.yaml',
    '{a,b}.yaml',
    '[x].yaml',
    '!x.yaml',
    '名字.yaml',
  ];

  test.each(NAMED)('%j is listed, checked and shown by its path, and shown harmless', async (file) => {
    const place = aPlace({ [file]: KINDS.replace('id: kinds', 'id: odd') });
    for (const args of [
      ['bank', 'list'],
      ['bank', 'list', '--json'],
      ['bank', 'show', 'odd'],
      ['bank', 'check', 'odd'],
      ['bank', 'check', 'odd', '--json'],
    ]) {
      const { code, out, err, bug } = await quizHere(place, args);
      expect({ args, code, bug, harm: harmIn(out + err) }).toEqual({ args, code: 0, bug: null, harm: [] });
    }
    const path = join(place.cwd, 'banks', file);
    if (!/[[{!*?]/.test(file)) expect((await quizHere(place, ['bank', 'show', '--', path])).code).toBe(0);
    expect(existsSync(join(place.cwd, 'pwned'))).toBe(false);
  });

  test('like a pattern is found by its path all the same', async () => {
    const place = aPlace({ '[x].yaml': KINDS });
    expect((await quizHere(place, ['bank', 'show', 'banks/[x].yaml'])).code).toBe(0);
  });

  test('in a faulty bank, harmless in the faults', async () => {
    const file = `x${PAYLOADS.csi}${PAYLOADS.direction}${PAYLOADS.tags}.yaml`;
    const place = aPlace({
      [file]: `id: ${PAYLOADS.c1}\ntitle: "${PAYLOADS.zeroWidth}"\n"k${PAYLOADS.direction}": 1\n`,
    });
    for (const args of [
      ['bank', 'list'],
      ['bank', 'check', join('banks', file)],
      [],
      ['mistakes'],
      ['drill', '--bank', join('banks', file)],
    ]) {
      const { out, err, bug } = await quizHere(place, args);
      expect({ args, bug, harm: harmIn(out + err.replace(/^.*was not loaded.*$/m, '')) }).toEqual({
        args,
        bug: null,
        harm: [],
      });
    }
  });
});

describe('a new bank', () => {
  test.each(['../up', 'CON', 'a b', 'a\nb', '-x', 'ünï', 'x'.repeat(300), '.hidden', 'a.b', 'a/../B'])(
    'is not called %j',
    async (name) => {
      const place = aPlace();
      const { code, bug } = await quizHere(place, ['bank', 'new', '--', name]);
      expect({ code: [2, 4].includes(code), bug }).toEqual({ code: true, bug: null });
      expect(readdirSync(join(place.cwd, 'banks')).filter((file) => file !== 'bank.schema.json')).toEqual([]);
    },
  );

  test('does not write through a link that stands there', async () => {
    const place = aPlace();
    const other = join(place.cwd, 'precious');
    writeFileSync(other, 'mine');
    symlinkSync(other, join(place.cwd, 'banks', 'mine.yaml'));
    expect((await quizHere(place, ['bank', 'new', 'mine'])).code).toBe(4);
    expect(readFileSync(other, 'utf8')).toBe('mine');
  });
});

describe('a file to write into', () => {
  const WRITING: readonly (readonly string[])[] = [
    ['export', '-o'],
    ['bank', 'export', 'kinds', '--force', '-o'],
    ['bank', 'export', 'kinds', '-o'],
  ];
  test.each(WRITING.map((args) => [args.join(' '), args]))(
    '%s: a folder, a missing folder, a file in the place of a folder',
    async (_, args) => {
      const place = aPlace({ 'kinds.yaml': KINDS });
      mkdirSync(join(place.cwd, 'folder'));
      writeFileSync(join(place.cwd, 'file'), 'mine');
      for (const target of [
        'folder',
        '.',
        '/',
        'nowhere/x.md',
        'file/x.md',
        'x'.repeat(300),
        join(place.cwd, 'x'.repeat(5_000)),
      ]) {
        const { code, bug } = await quizHere(place, [...args, target]);
        expect({ target: target.slice(0, 20), code, bug }).toEqual({ target: target.slice(0, 20), code: 4, bug: null });
      }
      expect(readFileSync(join(place.cwd, 'file'), 'utf8')).toBe('mine');
      expect(readdirSync(place.cwd).sort()).toEqual(['banks', 'file', 'folder']);
    },
  );

  test.skipIf(process.platform !== 'linux')('a device takes it, or is full', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    for (const args of [['export'], ['bank', 'export', 'kinds', '--force']]) {
      expect((await quizHere(place, [...args, '-o', '/dev/null'])).code).toBe(0);
      expect((await quizHere(place, [...args, '-o', '/dev/full'])).code).toBe(4);
    }
  });

  test('that begins with a dash is a file like others', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    expect((await quizHere(place, ['export', '--output=-x.md'])).code).toBe(0);
    expect(readdirSync(place.cwd).sort()).toEqual(['-x.md', 'banks']);
  });
});
