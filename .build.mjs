// Bundles the program into split ESM chunks under dist/, so that no command loads what it does not use,
// and puts the licences of what was bundled beside it.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

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
  plugins: [noChildren, globalProcess],
  logLevel: 'warning',
  chunkNames: 'chunks/[name]-[hash]',
  define: { __VERSION__: JSON.stringify(version) },
  // CommonJS packages inside an ESM bundle reach Node's own modules through this.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

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

rmSync('dist', { recursive: true, force: true });
renameSync(fresh, 'dist');

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
