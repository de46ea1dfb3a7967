const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Where a way of asking stands, as "resp.txt, line 12", in a folder of ways of asking; "a place that is not found" for one that does not. */
function placeOfWay(way, folder) {
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.txt'))
    .sort()) {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    const at = lines.findIndex((line) => line.trim() === way);
    if (at >= 0) return `${name}, line ${at + 1}`;
  }
  return 'a place that is not found';
}

module.exports = { placeOfWay };
