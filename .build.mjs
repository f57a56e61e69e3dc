// Bundles the program into split ESM chunks under dist/, so that no command loads what it does not use,
// and puts the licences of what was bundled beside it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });
const result = await build({
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  minify: true,
  legalComments: 'none',
  metafile: true,
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
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', `${notices.join('\n\n----\n\n')}\n`);

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
