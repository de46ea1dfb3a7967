const { createHash } = require('node:crypto');

/** A number from 0 to 2^32 - 1 that is the same for the same text on every machine: for folds, samples and misspellings. */
function hashOf(text) {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

module.exports = { hashOf };
