const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads the chunks of the built program with what V8 made of them when they were built (`.code`, beside each): compiling
 * is most of the time that a start takes, and Node 20 keeps nothing. V8 itself refuses the code of another version; the
 * chunks are then loaded as they are, and Node 22 and later keep what they make of them.
 *
 * A file holds a chunk and those that are never needed without it, each as a function by its name: a file more costs a
 * quarter of a millisecond.
 */
exports.openProgram = (folder) => {
  const files = new Map();
  const known = new Map();
  const modules = new Map();
  const requireChunk = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  let isOwnCode = true;

  function load(name) {
    const loaded = modules.get(name);
    if (loaded) return loaded.exports;
    if (!known.has(name))
      for (const [each, chunk] of Object.entries(chunksIn(join(folder, name)))) known.set(each, chunk);
    const module = { exports: {} };
    modules.set(name, module);
    known.get(name)(module.exports, requireChunk, module, join(folder, name));
    return module.exports;
  }

  function chunksIn(path) {
    if (!isOwnCode) return require(path);
    // Chunks are ASCII.
    const script = new Script(readFileSync(path, 'latin1'), { filename: path, cachedData: codeOf(path) });
    if (script.cachedDataRejected) {
      isOwnCode = false;
      require('node:module').enableCompileCache?.();
      return require(path);
    }
    files.set(path, script);
    return script.runInThisContext().exports;
  }

  return { main: 'main.cjs', files, load };
};

function codeOf(path) {
  try {
    return readFileSync(`${path}.code`);
  } catch {
    return undefined;
  }
}
