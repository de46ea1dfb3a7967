const { wordsOf } = require('./words-of');

/** What is left of a text when capitals, marks and apostrophes are not looked at; a text of signs only stays as it is. */
function sameWords(text) {
  return (
    wordsOf(text)
      .map((word) => word.replaceAll("'", ''))
      .filter(Boolean)
      .join(' ') || text
  );
}

module.exports = { sameWords };
