const { scoreQuestions } = require('./score-questions');

/**
 * The score of each set of labelled questions, with the wrong lines where they are asked for (`list`). A question of `unread` is never
 * among them, whichever set it stands in: `kept` says how many were held back. A set that is not here is `missing`.
 */
function evaluateSets(sets, answers, { golds, unread, list }) {
  return sets.map(({ name, labels }) => {
    if (!labels) return { name, missing: true };
    const { wrong, ...score } = scoreQuestions(labels, answers, golds);
    const shown = wrong.filter(({ label }) => !unread.has(label.q));
    return { name, ...score, ...(list && { wrong: shown, kept: wrong.length - shown.length }) };
  });
}

module.exports = { evaluateSets };
