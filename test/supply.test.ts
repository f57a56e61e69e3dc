import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Packages whose code is in the program, each with its licence and what it is worth. Whoever adds one says so here; it runs
 * with all that the learner may do.
 */
const PACKAGES: Readonly<Record<string, readonly [licence: string, why: string]>> = {
  chalk: ['MIT', 'colours, and when to leave them out'],
  commander: ['MIT', 'arguments and their help'],
  'env-paths': ['MIT', 'where a platform keeps the data of a program'],
  '@inquirer/core': ['MIT', 'screens: keys, redrawing, the way back to the shell'],
  'fast-xml-parser': ['MIT', 'Moodle XML, checked for being well-formed; entities stay off'],
  fflate: ['MIT', 'the containers of docx and xlsx, inflated piece by piece under a bound'],
  htmlparser2: ['MIT', 'web pages, and the XML inside of docx and xlsx'],
  inquirer: ['MIT', 'lists to choose a bank or a paper from'],
  'opencc-js': ['MIT AND Apache-2.0', 'simplified and traditional characters are one text in grading'],
  'pinyin-pro': ['MIT', 'questions are found by the initials of their words'],
  'string-width': ['MIT', 'how many columns a text takes'],
  tinyglobby: ['MIT', 'banks by pattern'],
  'ts-fsrs': ['MIT', 'the arithmetic of FSRS-6'],
  yaml: ['ISC', 'banks, with the place of each fault'],
  zod: ['MIT', 'the one schema of banks'],

  '@inquirer/ansi': ['MIT', 'of @inquirer/core'],
  '@inquirer/checkbox': ['MIT', 'of inquirer'],
  '@inquirer/confirm': ['MIT', 'of inquirer'],
  '@inquirer/editor': ['MIT', 'of inquirer'],
  '@inquirer/expand': ['MIT', 'of inquirer'],
  '@inquirer/external-editor': ['MIT', 'of inquirer; its editor is never asked for'],
  '@inquirer/figures': ['MIT', 'of @inquirer/core'],
  '@inquirer/input': ['MIT', 'of inquirer'],
  '@inquirer/number': ['MIT', 'of inquirer'],
  '@inquirer/password': ['MIT', 'of inquirer'],
  '@inquirer/prompts': ['MIT', 'of inquirer'],
  '@inquirer/rawlist': ['MIT', 'of inquirer'],
  '@inquirer/search': ['MIT', 'of inquirer'],
  '@inquirer/select': ['MIT', 'of inquirer'],
  '@inquirer/type': ['MIT', 'of @inquirer/core'],
  '@nodable/entities': ['MIT', 'of fast-xml-parser; not used, as entities are off'],
  'ansi-regex': ['MIT', 'of string-width'],
  anynum: ['MIT', 'of strnum'],
  chardet: ['MIT', 'of @inquirer/external-editor'],
  'cli-width': ['ISC', 'of @inquirer/core'],
  'dom-serializer': ['MIT', 'of domutils'],
  domelementtype: ['BSD-2-Clause', 'of htmlparser2'],
  domhandler: ['BSD-2-Clause', 'of htmlparser2'],
  domutils: ['BSD-2-Clause', 'of htmlparser2'],
  entities: ['BSD-2-Clause', 'of htmlparser2'],
  'fast-string-truncated-width': ['MIT', 'of @inquirer/core'],
  'fast-string-width': ['MIT', 'of @inquirer/core'],
  'fast-wrap-ansi': ['MIT', 'of @inquirer/core'],
  'fast-xml-builder': ['MIT', 'of fast-xml-parser'],
  fdir: ['MIT', 'of tinyglobby'],
  'get-east-asian-width': ['MIT', 'of string-width'],
  'iconv-lite': ['MIT', 'of @inquirer/external-editor'],
  'is-unsafe': ['MIT', 'of fast-xml-parser'],
  'mute-stream': ['ISC', 'of @inquirer/core'],
  'path-expression-matcher': ['MIT', 'of fast-xml-parser'],
  picomatch: ['MIT', 'of tinyglobby'],
  'run-async': ['MIT', 'of inquirer'],
  'safer-buffer': ['MIT', 'of iconv-lite'],
  'signal-exit': ['ISC', 'of @inquirer/core'],
  'strip-ansi': ['MIT', 'of string-width'],
  strnum: ['MIT', 'of fast-xml-parser'],
  'xml-naming': ['MIT', 'of fast-xml-parser'],
};

/** Who may start another program, and why it is no harm. */
const MAY_START: Readonly<Record<string, string>> = {
  'src/store/git.ts': 'git, for `quiz sync`',
  'src/store/editor.ts': 'the editor of the learner',
  commander: 'commands in files of their own, of which there are none; the build leaves it out',
  '@inquirer/external-editor': 'an editor for a kind of prompt that is never asked',
};

/** Who makes code of a text, and why it cannot be reached with a text from outside. */
const MAY_MAKE_CODE: Readonly<Record<string, string>> = {
  zod: 'a reader of objects, made of the keys of our own schema, each escaped; no value of a file is in it',
};

const { metafile } = await build({
  entryPoints: ['src/cli/main.ts'],
  absWorkingDir: ROOT,
  outdir: 'none',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  metafile: true,
  write: false,
  logLevel: 'error',
});

const packageOf = (path: string): string | null => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? null;
const sources = Object.entries(metafile.inputs).map(([path, { imports }]) => ({
  path,
  owner: packageOf(path) ?? path,
  builtins: imports.filter(({ external }) => external).map(({ path: name }) => name.replace(/^node:/, '')),
}));
const ownersOf = (fits: (source: (typeof sources)[number]) => boolean): string[] =>
  [...new Set(sources.filter(fits).map(({ owner }) => owner))].sort();
const textOf = (path: string): string => readFileSync(`${ROOT}/${path}`, 'utf8');

test('only those packages are in the program that somebody gave a reason for, under the licence that was looked at', () => {
  const notices = readFileSync(`${ROOT}/dist/THIRD-PARTY-LICENSES.txt`, 'utf8');
  const named = [...notices.matchAll(/(?:^|\n\n----\n\n)(\S+) \S+ \((.+)\)\n\n/g)].map(([, name, licence]) => [
    name,
    licence,
  ]);
  const known = Object.entries(PACKAGES).map(([name, [licence]]) => [name, licence]);
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(known));
  expect(ownersOf(({ path }) => packageOf(path) !== null)).toEqual(Object.keys(PACKAGES).sort());
});

test('nothing of them is run when the program is installed, and it is installed with nothing', () => {
  const lock = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: true; integrity?: string }>;
  };
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  const scripted = entries
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => packageOf(path) ?? '');
  expect(scripted.filter((name) => name in PACKAGES)).toEqual([]);
  expect(entries.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  const own = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
  expect(own.dependencies ?? {}).toEqual({});
  expect(Object.keys(own.scripts ?? {}).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
  expect(Object.values(own.devDependencies ?? {}).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('nothing in the program opens the network', () => {
  const NETWORK = /^(?:https?|http2|net|tls|dgram|dns|dns\/promises|inspector|inspector\/promises)$/;
  expect(ownersOf(({ builtins }) => builtins.some((name) => NETWORK.test(name)))).toEqual([]);
  const chunks = readdirSync(`${ROOT}/dist`).filter((file) => file.endsWith('.cjs'));
  expect(chunks.length).toBeGreaterThan(5);
  const asks =
    /require\("(?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector)[/"]|(?<![\w$.])(?:fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b)/;
  expect(chunks.filter((file) => asks.test(textOf(`dist/${file}`)))).toEqual([]);
});

test('other programs are started by git and for the editor alone', () => {
  expect(ownersOf(({ builtins }) => builtins.includes('child_process'))).toEqual(Object.keys(MAY_START).sort());
  expect(ownersOf(({ builtins }) => builtins.some((name) => /^(?:cluster|worker_threads|vm)$/.test(name)))).toEqual([]);
});

test('no text becomes code, but where it cannot be a text from outside', () => {
  const makes = /(?<![\w$.])eval\(|new Function\b|(?<![\w$.])Function\(|=\s*Function;/;
  const code = (path: string): string => textOf(path).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  expect(ownersOf(({ path }) => !path.startsWith('(') && makes.test(code(path)))).toEqual(
    Object.keys(MAY_MAKE_CODE).sort(),
  );
});
