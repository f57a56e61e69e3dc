import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));

/** What each folder may import of the others. `cli` gathers; everything stands on `core`; neighbours do not know each other. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  store: ['core'],
  report: ['core'],
  prompts: ['core'],
  messages: ['core'],
  cli: ['core', 'store', 'report', 'prompts', 'messages'],
};

/** Areas of the core that may look at each other; `session` and `analysis` may look at all of them. */
const CORE_MAY_IMPORT: Record<string, readonly string[]> = {
  bank: ['grading'],
  // What was understood of a document becomes items of a bank.
  intake: ['bank'],
  grading: ['bank'],
  drill: ['bank'],
  // The place where reading stopped is a part of the fold, as the memories are.
  history: ['bank', 'grading', 'drill', 'study'],
  study: ['bank'],
  sync: ['history'],
  exam: ['bank', 'grading', 'history', 'session'],
  session: ['bank', 'grading', 'drill', 'history'],
  analysis: ['bank', 'grading', 'drill', 'history', 'session', 'exam'],
};

/** Packages and where they are at home. */
const PACKAGES: Record<string, RegExp> = {
  zod: /^core\/bank\//,
  'ts-fsrs': /^core\/drill\//,
  yaml: /^store\//,
  'fast-xml-parser': /^store\//,
  fflate: /^store\/documents\//,
  htmlparser2: /^store\/documents\//,
  tinyglobby: /^store\//,
  'opencc-js': /^store\//,
  'pinyin-pro': /^store\//,
  'env-paths': /^store\//,
  'string-width': /^prompts\//,
  chalk: /^prompts\//,
  '@inquirer/core': /^prompts\//,
  inquirer: /^cli\//,
  commander: /^cli\//,
};

interface Import {
  readonly from: string;
  readonly line: number;
  /** A path below `src/`, or the name of a package or of a module of Node's. */
  readonly to: string;
  readonly internal: boolean;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

const imports = files.flatMap((file) =>
  readFileSync(join(SOURCE, file), 'utf8')
    .split('\n')
    .flatMap((text, index): Import[] => {
      const said = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/.exec(text)?.[1];
      if (!said || /^\s*(\*|\/\/)/.test(text)) return [];
      const internal = said.startsWith('.');
      const to = internal ? relative(SOURCE, join(SOURCE, dirname(file), said)).replaceAll('\\', '/') : said;
      return [{ from: file, line: index + 1, to, internal }];
    }),
);

const placeOf = (each: Import): string => `src/${each.from}:${each.line}`;
const folderOf = (path: string): string => path.split('/')[0] as string;
const areaOf = (path: string): string => path.split('/').slice(1, -1)[0] ?? '';

describe('imports point one way', () => {
  test('the test sees the imports', () => {
    expect(imports.length).toBeGreaterThan(200);
  });

  test('a folder imports only what stands below it', () => {
    const misplaced = imports
      .filter(({ internal, from, to }) => internal && folderOf(from) !== folderOf(to))
      .filter(({ from, to }) => !MAY_IMPORT[folderOf(from)]?.includes(folderOf(to)))
      .map(
        (each) =>
          `${placeOf(each)} imports ${each.to}: ${folderOf(each.from)} may import ${MAY_IMPORT[folderOf(each.from)]?.join(', ') || 'nothing'}; hand it in from cli`,
      );
    expect(misplaced).toEqual([]);
  });

  test('inside the core only session and analysis look at several areas', () => {
    const misplaced = imports
      .filter(({ internal, from, to }) => internal && folderOf(from) === 'core' && folderOf(to) === 'core')
      .filter(({ from, to }) => areaOf(from) !== '' && areaOf(to) !== '' && areaOf(from) !== areaOf(to))
      .filter(({ from, to }) => !CORE_MAY_IMPORT[areaOf(from)]?.includes(areaOf(to)))
      .map(
        (each) => `${placeOf(each)} imports ${each.to}: what joins the two belongs into core/session or core/analysis`,
      );
    expect(misplaced).toEqual([]);
  });

  test("the core, the reports and the messages import nothing of Node's", () => {
    const misplaced = imports
      .filter(({ from, to }) => ['core', 'report', 'messages'].includes(folderOf(from)) && to.startsWith('node:'))
      .map((each) => `${placeOf(each)} imports ${each.to}: take the value as a parameter`);
    expect(misplaced).toEqual([]);
  });

  test('only the store knows the file system', () => {
    const misplaced = imports
      .filter(
        ({ from, to }) =>
          /^node:(fs|fs\/promises|child_process|net|http|https)$/.test(to) && folderOf(from) !== 'store',
      )
      .map((each) => `${placeOf(each)} imports ${each.to}: reading and writing belongs into src/store`);
    expect(misplaced).toEqual([]);
  });

  test('each package has one home', () => {
    const misplaced = imports
      .filter(({ internal, to }) => !internal && !to.startsWith('node:'))
      .filter(({ from, to }) => !PACKAGES[packageOf(to)]?.test(from))
      .map(
        (each) =>
          `${placeOf(each)} imports ${each.to}: its home is ${PACKAGES[packageOf(each.to)] ?? 'nowhere yet; add it to this table'}`,
      );
    expect(misplaced).toEqual([]);
  });
});

function packageOf(name: string): string {
  const parts = name.split('/');
  return name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
}

/** What would make a pure function answer differently tomorrow, or speak by itself. */
const IMPURE = [
  { pattern: /\bDate\.now\(|\bnew Date\(\)/, why: 'the clock: take the instant or the day as a parameter' },
  { pattern: /\bperformance\b/, why: 'the clock: take the instant as a parameter' },
  { pattern: /\bMath\.random\b/, why: 'chance: take an Rng' },
  { pattern: /\bconsole\./, why: 'printing: return a value' },
  { pattern: /\bprocess\.(?!env\b)|\bprocess\.env\b/, why: 'the process: take the value as a parameter' },
  { pattern: /\bset(Timeout|Interval|Immediate)\(/, why: 'timers: they belong to the prompts and cli' },
];

describe('core and report are pure', () => {
  test('no clock, no chance, no console, no process', () => {
    const hits = files
      .filter((file) => ['core', 'report'].includes(folderOf(file)))
      .flatMap((file) =>
        readFileSync(join(SOURCE, file), 'utf8')
          .split('\n')
          .flatMap((text, index) => {
            const code = text.replace(/^\s*(\*|\/\/|\/\*).*$/, '').replace(/\/\/ .*$/, '');
            return IMPURE.filter(({ pattern }) => pattern.test(code)).map(
              ({ why }) => `src/${file}:${index + 1} ${why}`,
            );
          }),
      );
    expect(hits).toEqual([]);
  });
});
