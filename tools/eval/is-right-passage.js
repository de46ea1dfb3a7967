const { longestSharedRun } = require('./longest-shared-run');
const { wordsOf } = require('./words-of');

/** A quotation that is longer than this, in UTF-16 units, is no answer to read on a phone. */
const LONGEST_PASSAGE = 900;
/** The part of the shorter text that one unbroken run of shared words must cover. */
const COVERED = 0.6;

/**
 * Whether a passage says what one of the gold texts says. Words are compared and not ids, so the policy may be cut in any way that
 * quotes the right text.
 */
function isRightPassage({ text }, golds) {
  if (text.length > LONGEST_PASSAGE) return false;
  const words = wordsOf(text);
  return golds.some((gold) => {
    const wanted = wordsOf(gold);
    return longestSharedRun(words, wanted) >= COVERED * Math.min(words.length, wanted.length);
  });
}

module.exports = { isRightPassage };
