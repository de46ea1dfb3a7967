const { createHash } = require('node:crypto');

/**
 * Whether a labelled question is in the part that shapes the engine. The rest only measures and stays unread, so that it says how well
 * questions are answered that nobody has seen. The words alone decide, so a question stays in its part wherever it is written.
 */
function isShaping({ q }) {
  return createHash('sha256').update(q).digest()[0] % 2 === 0;
}

module.exports = { isShaping };
