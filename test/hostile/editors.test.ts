import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { harmIn, PAYLOADS } from '../support/hostile.ts';
import { aPlace, type Place, runQuiz } from '../support/program.ts';
import { KINDS } from '../support/small-banks.ts';

/** A program at this path that says what it was handed, one argument a line, and adds a line to the last of them. */
function aProgram(place: Place, path: string, exit = 0): string {
  const whole = join(place.cwd, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(
    whole,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${place.cwd}/handed'\nfor F; do :; done\necho '# mine' >> "$F"\nexit ${exit}\n`,
  );
  chmodSync(whole, 0o755);
  return whole;
}
const handed = (place: Place): string[] => readFileSync(join(place.cwd, 'handed'), 'utf8').trimEnd().split('\n');
const edit = (place: Place, editor: Record<string, string>, bank = 'odd') =>
  runQuiz(place, ['bank', 'edit', bank], { env: { EDITOR: '', VISUAL: '', ...editor } });
const odd = KINDS.replace('id: kinds', 'id: odd');

describe.skipIf(process.platform === 'win32')('an editor', () => {
  test('at a path with spaces and quotes, as it is and quoted with its options', async () => {
    const place = aPlace({ 'odd.yaml': odd });
    const program = aProgram(place, "my editors'/an editor");
    expect((await edit(place, { EDITOR: program })).code).toBe(0);
    expect(handed(place)).toHaveLength(1);
    const quoted = `"${program}" -u 'a b'`;
    expect((await edit(place, { VISUAL: quoted })).code).toBe(0);
    expect(handed(place).slice(0, 2)).toEqual(['-u', 'a b']);
    expect(readFileSync(join(place.cwd, 'banks', 'odd.yaml'), 'utf8')).toMatch(/# mine\n# mine\n$/);
  });

  test.each([
    ['that is nowhere', '/nowhere/ed'],
    ['that is no program', 'no-such-editor --wait'],
    ['that begins with a dash', '--upload-pack=touch pwned'],
    ['with an open quote', `vi "`],
    ['that is a folder', '/tmp'],
    ['with a hostile name', `x${PAYLOADS.csi}${PAYLOADS.direction}`],
  ])('%s is a fault that says so, and leaves nothing behind', async (_, editor) => {
    const place = aPlace({ 'odd.yaml': odd });
    const ran = await edit(place, { EDITOR: editor });
    expect(ran.code).toBe(4);
    // What the shell itself says of it goes before.
    expect(harmIn(ran.err.slice(ran.err.indexOf('quiz: ')))).toEqual([]);
    expect(readdirSync(join(place.cwd, 'banks'))).toEqual(['odd.yaml']);
    expect(existsSync(join(place.cwd, 'pwned'))).toBe(false);
    expect(readFileSync(join(place.cwd, 'banks', 'odd.yaml'), 'utf8')).toBe(odd);
  });

  test('that fails after it wrote keeps what was written beside the bank', async () => {
    const place = aPlace({ 'odd.yaml': odd });
    const ran = await edit(place, { EDITOR: aProgram(place, 'ed', 1) });
    expect(ran.code).toBe(4);
    const draft = readdirSync(join(place.cwd, 'banks')).find((name) => name.startsWith('.odd.draft')) ?? '';
    expect(readFileSync(join(place.cwd, 'banks', draft), 'utf8')).toBe(`${odd}# mine\n`);
    expect(ran.err).toContain(draft);
    expect(readFileSync(join(place.cwd, 'banks', 'odd.yaml'), 'utf8')).toBe(odd);
  });

  test.each([
    'a b.yaml',
    "it's.yaml",
    '$(touch pwned).yaml',
    '`touch pwned`.yaml',
    '; touch pwned.yaml',
    '-x.yaml',
    'a"b.yaml',
    'a\nb.yaml',
    `${'x'.repeat(200)}.yaml`,
  ])('is handed the file %j whole, and the shell takes nothing of it', async (name) => {
    const place = aPlace({ [name]: odd });
    const ran = await edit(place, { EDITOR: aProgram(place, 'ed') });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(handed(place).join('\n')).toMatch(/^\//);
    expect(readFileSync(join(place.cwd, 'banks', name), 'utf8')).toBe(`${odd}# mine\n`);
    expect(readdirSync(join(place.cwd, 'banks'))).toEqual([name]);
    expect(existsSync(join(place.cwd, 'pwned'))).toBe(false);
  });
});
