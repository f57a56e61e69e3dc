// Bundles the program into split chunks under dist/, so that no command loads what it does not use, keeps beside each
// what this Node made of it (see bin/program.js), and puts the licences of what was bundled beside them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
// Built beside the old one and put in its place whole: a build that fails, or a program that starts meanwhile, finds one.
const fresh = `dist.${process.pid}`;
/** Commander can start other programs as commands; ours are all inside, and Node's module for it takes ten milliseconds. */
const noChildren = {
  name: 'no-children',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'no-children' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'no-children' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** Importing `node:process` makes Node look at each of its properties, standard input among them; the global is the same. */
const globalProcess = {
  name: 'global-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:process$/ }, () => ({ path: 'process', namespace: 'global-process' }));
    onLoad({ filter: /.*/, namespace: 'global-process' }, () => ({ contents: 'module.exports = globalThis.process' }));
  },
};

/** Most commands say little: of the long texts of `messages/details.ts` each section is made when it is first asked for. */
const lateDetails = {
  name: 'late-details',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]messages[\\/]details\.ts$/ }, ({ path }) => {
      const files = new Map();
      const source = readFileSync(path, 'utf8').replace(/^import \{ (\w+) \} from ('[^']+');$/gm, (_, name, file) => {
        files.set(name, file);
        return '';
      });
      const contents = source.replace(/^ {2}(\w+): (\w+),$/gm, (_, section, name) => {
        return `  get ${section}() { return require(${files.get(name)}).${name}; },`;
      });
      return { contents, loader: 'ts', resolveDir: dirname(path) };
    });
  },
};

const result = await build({
  entryPoints: ['src/cli/main.ts'],
  outdir: fresh,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  minify: true,
  legalComments: 'none',
  metafile: true,
  write: false,
  outExtension: { '.js': '.cjs' },
  plugins: [noChildren, globalProcess, lateDetails],
  logLevel: 'warning',
  chunkNames: '[name]-[hash]',
  define: { __VERSION__: JSON.stringify(version), 'import.meta.url': '__moduleUrl' },
});

// esbuild splits ES modules only, and only scripts can be handed what V8 compiled of them: each chunk is turned into one.
mkdirSync(fresh);
const chunks = new Map();
for (const { path, text } of result.outputFiles) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.17',
    supported: { 'dynamic-import': false },
    minify: true,
    legalComments: 'none',
    banner: text.includes('__moduleUrl')
      ? "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;"
      : '',
  });
  chunks.set(basename(path), inAscii(code));
}
for (const [file, names] of filesOf(importsOf(result.metafile))) writeFileSync(join(fresh, file), fileWith(names));

const packages = new Set();
for (const input of Object.keys(result.metafile.inputs)) {
  const match = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input);
  if (match) packages.add(join(input.slice(0, input.lastIndexOf('node_modules/')), 'node_modules', match[1]));
}
const notices = [...packages].sort().map((folder) => {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = ['LICENSE', 'LICENSE.md', 'LICENCE', 'license', 'LICENSE.txt', 'License.md']
    .map((name) => readIfThere(join(folder, name)))
    .find(Boolean);
  return `${about.name} ${about.version} (${about.license})\n\n${text ?? ''}`;
});
writeFileSync(`${fresh}/THIRD-PARTY-LICENSES.txt`, `${notices.join('\n\n----\n\n')}\n`);

const rehearse = fileURLToPath(new URL('rehearse.cjs', import.meta.url));
execFileSync(process.execPath, [rehearse, join(process.cwd(), fresh)], { stdio: ['ignore', 'ignore', 'inherit'] });

rmSync('dist', { recursive: true, force: true });
renameSync(fresh, 'dist');

/** Of each chunk those that it imports: at once, and late. */
function importsOf({ outputs }) {
  const named = (imports, isLate) =>
    imports
      .filter(({ path, external }) => !external && outputs[path])
      .filter(({ kind }) => (kind === 'dynamic-import') === isLate)
      .map(({ path }) => basename(path));
  return new Map(
    Object.entries(outputs).map(([path, { imports }]) => [
      basename(path),
      { now: named(imports, false), late: named(imports, true) },
    ]),
  );
}

/**
 * Which chunks stand in which file. What the program and its commands begin with stands together with all that they
 * need at once; each of the others has a file to itself, and so has what may be needed before a command is.
 */
function filesOf(imports) {
  const reached = (from, edgesOf, stop = new Set()) => {
    const seen = new Set();
    const visit = (name) => {
      if (seen.has(name) || stop.has(name)) return;
      seen.add(name);
      for (const next of edgesOf(imports.get(name))) visit(next);
    };
    visit(from);
    return seen;
  };
  const main = 'main.cjs';
  const commands = imports.get(main).late.find((name) => name.startsWith('perform-'));
  const inMain = reached(main, ({ now }) => now);
  const without = reached(main, ({ now, late }) => [...now, ...late], new Set([commands]));
  const everyday = imports.get(commands).late.filter((name) => !name.startsWith('seldom-'));
  const needed = [commands, ...everyday].flatMap((name) => [...reached(name, ({ now }) => now)]);
  const inCommands = [...new Set(needed)].filter((name) => !without.has(name));
  const together = new Set([...inMain, ...inCommands]);
  const alone = [...imports.keys()].filter((name) => !together.has(name));
  return [[main, [...inMain]], [commands, inCommands], ...alone.map((name) => [name, [name]])];
}

/** Run as a script its value is the module; required it is a module like any other. */
function fileWith(names) {
  const chunk = (name) => `${JSON.stringify(name)}(exports,require,module,__filename){${chunks.get(name)}}`;
  return `(module=>{module.exports={${names.map(chunk).join(',')}};return module})(typeof module=="object"?module:{});\n`;
}

/** esbuild leaves regular expressions as they are; in ASCII a chunk is read, and looked through, in half the time. */
function inAscii(code) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return code.replace(/[^\0-\x7f]/g, escaped);
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
