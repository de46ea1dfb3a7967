const { askProduct } = require('./ask-product');
const { describeDraftScore } = require('./describe-draft-score');
const { draftSets } = require('./draft-sets');
const { isShaping } = require('./is-shaping');
const { readWords } = require('./read-words');
const { scoreDrafts } = require('./score-drafts');

const USAGE = 'Usage: npm run eval:drafts -- [FILE.jsonl] [--list] [--json]';

/** Checks labelled drafts with the product and prints the figures. Gives the status of this program. */
function main(words) {
  const asked = readWords(words);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  const sets = draftSets(asked.file);
  const answers = askProduct(sets.flatMap(({ labels }) => labels ?? []));
  const results = sets.map(({ name, labels }) => (labels ? { name, ...score(labels, answers, asked) } : { name }));
  console.log(asked.json ? JSON.stringify({ sets: results }) : results.flatMap(describeDraftScore).join('\n'));
  return 0;
}

/** Wrong lines of the part that only measures are never listed. */
function score(labels, answers, { file, list }) {
  const { wrong, ...rest } = scoreDrafts(labels, answers);
  const shown = wrong.filter(({ label }) => file !== undefined || isShaping(label.draft));
  return { drafts: labels.length, ...rest, ...(list && { wrong: shown }) };
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
