// Starts the benchmarks: `npm run bench -- --quick --only NAME`. Node 20 runs no TypeScript, so they are bundled first;
// the bundles lie under node_modules, where packages are found from. What is measured runs without the variables that
// make a start of Node slower and so flatter every ratio.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const outdir = fileURLToPath(new URL('../../node_modules/.cache/bench', import.meta.url));

mkdirSync(outdir, { recursive: true });
await build({
  entryPoints: { bench: `${here}bench.ts`, task: `${here}tasks/task.ts` },
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  logLevel: 'warning',
});
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
const { status } = spawnSync(process.execPath, [`${outdir}/bench.mjs`, ...process.argv.slice(2)], {
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
