#!/usr/bin/env node
// CommonJS (see package.json here): the version is said before Node's loader of modules starts.
if (process.argv.length === 3 && /^(-V|--version)$/.test(process.argv[2]))
  console.log(require('../package.json').version);
else {
  // Node 22 and later keep compiled code between starts; earlier ones do without.
  require('node:module').enableCompileCache?.();
  import('../dist/main.js').then(async ({ main }) => {
    process.exitCode = await main(process);
  });
}
