// Bundles the program into split chunks under dist/, so that no command loads what it does not use, keeps beside each
// what this Node made of it (see bin/program.js), and puts the licences of what was bundled beside them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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
  plugins: [noChildren, globalProcess],
  logLevel: 'warning',
  chunkNames: '[name]-[hash]',
  define: { __VERSION__: JSON.stringify(version), 'import.meta.url': '__moduleUrl' },
});

// esbuild splits ES modules only, and only scripts can be handed what V8 compiled of them: each chunk is turned into one.
mkdirSync(fresh);
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
  writeFileSync(join(fresh, basename(path)), inAscii(code));
}

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
