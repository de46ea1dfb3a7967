const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The lists of real misspellings, Birkbeck's and codespell's: right word -> misspellings. Undefined, and reported, where one is missing. */
function readTypos(folder, report) {
  const paths = ['typos-birkbeck.json', 'typos-codespell.json'].map((name) => join(folder, name));
  const missing = paths.find((path) => !existsSync(path));
  if (missing === undefined) return paths.map((path) => JSON.parse(readFileSync(path, 'utf8')));
  report.leave(`Misspelt questions: ${missing} is missing.`);
  return undefined;
}

module.exports = { readTypos };
