const { isShaping } = require('./is-shaping');
const { ownQuestions } = require('./own-questions');
const { readQuestions } = require('./read-questions');
const { sharedQuestions } = require('./shared-questions');

/**
 * What is evaluated: sets of labelled questions with a `name`. `labels` is missing where a set is not here. With a `file` there is one
 * set, all of that file. Throws a sentence when that file has no questions.
 */
function questionSets(file) {
  if (file !== undefined) {
    const labels = readQuestions(file);
    if (labels.length === 0) throw new Error(`${file} has no labelled questions.`);
    return [{ name: file, labels }];
  }
  const own = ownQuestions();
  return [
    { name: 'our own questions, the part that shapes the engine', labels: own.filter(({ q }) => isShaping(q)) },
    { name: 'our own questions, the part that only measures', labels: own.filter(({ q }) => !isShaping(q)) },
    { name: '../shared/eval/questions.dev.jsonl', labels: sharedQuestions() },
  ];
}

module.exports = { questionSets };
