const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { readQuestions } = require('./read-questions');

const FILE = join(__dirname, '..', '..', '..', 'shared', 'eval', 'questions.dev.jsonl');

/** The labelled questions that stand beside the product, in ../shared; undefined where that folder is not here. */
function sharedQuestions() {
  return existsSync(FILE) ? readQuestions(FILE) : undefined;
}

module.exports = { sharedQuestions };
