const { existsSync } = require('node:fs');
const { join } = require('node:path');

const DIST = join(__dirname, '..', '..', 'dist');

/** A module of the built product by its path below dist. Throws a sentence when it has not been built. */
function loadProduct(name) {
  const file = join(DIST, `${name}.js`);
  if (!existsSync(file)) throw new Error(`${file} is missing. Run: npm run build`);
  return require(file);
}

module.exports = { loadProduct };
