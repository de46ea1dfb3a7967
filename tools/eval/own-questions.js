const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { readQuestions } = require('./read-questions');

const FOLDER = join(__dirname, '..', '..', 'tests', 'eval');

/** The product's own labelled questions: all of tests/eval/questions-*.jsonl. */
function ownQuestions() {
  return readdirSync(FOLDER)
    .filter((name) => name.startsWith('questions-') && name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readQuestions(join(FOLDER, name)));
}

module.exports = { ownQuestions };
