#!/usr/bin/env node
// CommonJS (see package.json here): the version is said before anything else is loaded.
if (process.argv.length === 3 && /^(-V|--version)$/.test(process.argv[2]))
  console.log(require('../package.json').version);
else {
  const { join } = require('node:path');
  const program = require('./program.js').openProgram(join(__dirname, '..', 'dist'));
  program
    .load(program.main)
    .main(process)
    .then((code) => {
      process.exitCode = code;
    });
}
