const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { readLines } = require('./read-lines');
const { sampleOf } = require('./sample-of');

const WORDS = 9;

/** A fixed sample of real questions of nine words from the sets in `folder`. */
function speedQuestions(folder, size) {
  const questions = new Set();
  for (const name of readdirSync(folder).filter((one) => existsSync(join(folder, one, 'questions.jsonl'))))
    for (const { q } of readLines(join(folder, name, 'questions.jsonl')))
      if (q.trim().split(/\s+/u).length === WORDS) questions.add(q);
  return sampleOf(
    [...questions].map((q) => ({ q })),
    size,
  ).map(({ q }) => q);
}

module.exports = { speedQuestions };
