import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What the gate makes of an answer of the registry, as npm hands it on. */
function audited(answer: string): { code: number | null; out: string } {
  const folder = mkdtempSync(join(tmpdir(), 'quiz-audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'answer'), answer);
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\ncat '${join(folder, 'answer')}'\nexit 1\n`);
  chmodSync(join(folder, 'npm'), 0o755);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const { status, stdout } = spawnSync(process.execPath, ['.ci/audit.mjs'], { cwd: ROOT, env, encoding: 'utf8' });
  return { code: status, out: stdout };
}

const about = (name: string, node = `node_modules/${name}`) => ({
  [name]: {
    name,
    severity: 'high',
    range: '*',
    nodes: [node],
    via: [{ title: `${name} is bad`, url: 'https://example.invalid/1' }],
  },
});
const report = (...found: readonly object[]): string =>
  JSON.stringify({ vulnerabilities: Object.assign({}, ...found) });

test('an advisory about what is in the program stops the gate', () => {
  const { code, out } = audited(report(about('yaml'), about('vitest')));
  expect(code).toBe(1);
  expect(out).toMatch(
    /^high: yaml \* \(in the program as yaml@[\d.]+\)\n {2}yaml is bad https:\/\/example\.invalid\/1$/m,
  );
  expect(out).toMatch(/; with an advisory: 1; tools with one: 1$/m);
});

test('one about a tool of the workshop, or another version of a package, is named and stops nothing', () => {
  const { code, out } = audited(report(about('vitest'), about('yaml', 'node_modules/vitest')));
  expect(code).toBe(0);
  expect(out.match(/\(not in the program\)/g)).toHaveLength(2);
});

test('none is none', () => {
  expect(audited(report())).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Packages in the program: \d\d; with an advisory: 0; tools with one: 0$/m),
  });
});

test.each([
  ['says so', '{"message":"405 Method Not Allowed","statusCode":405}', '405 Method Not Allowed'],
  ['cannot be reached', '{"error":{"code":"ENOTFOUND","summary":"getaddrinfo"}}', 'getaddrinfo'],
  ['says nothing', '', 'it did not answer'],
])('a registry without an audit that %s is not taken for a clean one', (_, answer, said) => {
  const { code, out } = audited(answer);
  expect(code).toBe(0);
  expect(out).toContain('NOT AUDITED');
  expect(out).toContain(said);
});
