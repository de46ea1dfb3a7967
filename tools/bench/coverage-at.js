const { byConfidence } = require('./by-confidence');

/** The share of all questions that can be answered with at least this precision, with the best threshold that there is. */
function coverageAt(precision, judged) {
  let answered = 0;
  let right = 0;
  let most = 0;
  for (const group of byConfidence(judged)) {
    answered += group.size;
    right += group.right;
    if (right >= precision * answered) most = answered;
  }
  return most / judged.length;
}

module.exports = { coverageAt };
