const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The lists of real misspellings, Birkbeck's and codespell's: right word -> misspellings. A missing list stops the program with a sentence. */
function readTypos(folder) {
  return ['typos-birkbeck.json', 'typos-codespell.json'].map((name) => {
    const path = join(folder, name);
    if (!existsSync(path))
      throw new Error(`${path} is missing. Put the public data beside the project, or leave out --misspelt.`);
    return JSON.parse(readFileSync(path, 'utf8'));
  });
}

module.exports = { readTypos };
