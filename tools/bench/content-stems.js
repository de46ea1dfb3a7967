const { stem } = require('wink-nlp-utils').string;
const { contentWords } = require('./content-words');

/** The stems (Porter 2) of the content words of a text, for libraries that leave this to their users. */
function contentStems(text) {
  return contentWords(text).map(stem);
}

module.exports = { contentStems };
