const { join, relative } = require('node:path');
const { builtPatterns } = require('./built-patterns');
const { filesBelow } = require('./files-below');
const { slowPatterns } = require('./slow-patterns');
const { writtenPatterns } = require('./written-patterns');

const ROOT = join(__dirname, '..', '..');

/** Looks for a regular expression of the product that a text can make slow. Those put together at the start all stand in core. */
function main() {
  const patterns = [
    ...builtPatterns(filesBelow(join(ROOT, 'dist', 'core'), '.js')),
    ...filesBelow(join(ROOT, 'src'), '.ts').flatMap(writtenPatterns),
  ];
  const slow = slowPatterns(patterns);
  for (const { written, where, growth } of slow) console.error(`${relative(ROOT, where)}: ${growth}: ${written}`);
  console.log(`${patterns.length} regular expressions, ${slow.length} that a text can make slow.`);
  process.exitCode = slow.length > 0 ? 1 : 0;
}

main();
