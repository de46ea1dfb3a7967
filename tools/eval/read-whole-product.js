const { join } = require('node:path');
const { loadProduct } = require('./load-product');

const ROOT = join(__dirname, '..', '..');

/** Everything that the product knows when it starts, with what was trained on it. Throws the loader's sentence. */
function readWholeProduct(root) {
  const { loadEnvironment, readCouncil } = loadProduct('config');
  return loadProduct('load-knowledge').loadKnowledge(join(root, 'knowledge'), readCouncil(root, loadEnvironment(root)));
}

module.exports = { ROOT, readWholeProduct };
