const { readFileSync } = require('node:fs');

/** Reads a file with one JSON value a line. */
function readLines(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));
}

module.exports = { readLines };
