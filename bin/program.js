const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads the chunks of the built program with what V8 made of them when they were built (`.code`, beside each): compiling
 * is most of the time that a start takes, and Node 20 keeps nothing. V8 itself refuses the code of another version; the
 * chunks are then loaded as they are, and Node 22 and later keep what they make of them.
 */
exports.openProgram = (folder) => {
  const chunks = new Map();
  const requireChunk = (id) => (id.startsWith('./') ? load(join(folder, id)) : require(id));
  let isOwnCode = true;

  function load(path) {
    if (!isOwnCode) return require(path);
    const known = chunks.get(path);
    if (known) return known.module.exports;
    const code = existsSync(`${path}.code`) ? readFileSync(`${path}.code`) : undefined;
    // Chunks are ASCII.
    const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'latin1')}\n})`;
    const script = new Script(source, { filename: path, cachedData: code });
    if (script.cachedDataRejected) {
      isOwnCode = false;
      require('node:module').enableCompileCache?.();
      return require(path);
    }
    const module = { exports: {} };
    chunks.set(path, { script, module });
    script.runInThisContext()(module.exports, requireChunk, module, path, dirname(path));
    return module.exports;
  }

  return { main: join(folder, 'main.cjs'), chunks, load };
};
