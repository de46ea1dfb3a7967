const { readdirSync } = require('node:fs');
const { join } = require('node:path');

/** The paths of all files below a folder whose names end so. */
function filesBelow(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

module.exports = { filesBelow };
