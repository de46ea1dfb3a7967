const { join } = require('node:path');
const { askProduct } = require('./ask-product');
const { describeScore } = require('./describe-score');
const { describeWrong } = require('./describe-wrong');
const { evaluateSets } = require('./evaluate-sets');
const { isShaping } = require('./is-shaping');
const { loadProduct } = require('./load-product');
const { ownQuestions } = require('./own-questions');
const { questionSets } = require('./question-sets');
const { readWords } = require('./read-words');

const USAGE = 'Usage: npm run eval -- [FILE.jsonl] [--list] [--json]';
const KNOWLEDGE = join(__dirname, '..', '..', 'knowledge');

/** Evaluates the product on labelled questions and prints the figures. Gives the status of this program. */
function main(words) {
  const asked = readWords(words);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  const sets = questionSets(asked.file);
  const answers = askProduct(sets.flatMap(({ labels }) => labels ?? []));
  const { passages } = loadProduct('knowledge').loadKnowledge(KNOWLEDGE).policy;
  const measuring = ownQuestions().filter(({ q }) => !isShaping(q));
  const results = evaluateSets(sets, answers, {
    golds: new Map(passages.map(({ id, text }) => [id, text])),
    unread: new Set(measuring.map(({ q }) => q)),
    list: asked.list,
  });
  console.log(asked.json ? JSON.stringify({ sets: results }) : results.flatMap(describe).join('\n'));
  return 0;
}

function describe({ name, missing, wrong, kept, ...score }) {
  if (missing) return [`${name} is not here, so it is left out.`, ''];
  return [...describeScore(name, score), '', ...(wrong ? [...describeWrong(wrong, kept), ''] : [])];
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
