const { join } = require('node:path');
const { createLexicon } = require('../../dist/core/match/lexicon');
const { readLexicon } = require('../../dist/read-lexicon');

/** The words of dialect and of the domain that the product ships with. */
function productLexicon() {
  return createLexicon(readLexicon(join(__dirname, '..', '..', 'knowledge', 'lexicon.txt')));
}

module.exports = { productLexicon };
