const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseLine } = require('./parse-line');

const FILE = join(__dirname, '..', '..', 'tests', 'eval', 'guidance.jsonl');

/**
 * Saved answers to be told apart: each with a `question`, other `ways` to ask it, questions that mean the `same`, and `other` ones that
 * use its words and need another answer. Throws a sentence with file and line for what cannot be read.
 */
function guidanceCases() {
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((text) => text.trim())
    .map((text, at) => {
      const { id, question, ways, same, other } = parseLine(text) ?? {};
      if (typeof question !== 'string' || ![ways, same, other].every(Array.isArray))
        throw new Error(`${FILE}, line ${at + 1}: a saved answer needs "question", "ways", "same" and "other".`);
      return { id, question, ways, same, other };
    });
}

module.exports = { guidanceCases };
