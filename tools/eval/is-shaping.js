const { createHash } = require('node:crypto');

/**
 * Whether a labelled question or draft is in the part that shapes the engine. The rest only measures and stays unread, so that it says
 * how well those are answered that nobody has seen. The words alone decide, so a line stays in its part wherever it is written.
 */
function isShaping(words) {
  return createHash('sha256').update(words).digest()[0] % 2 === 0;
}

module.exports = { isShaping };
