const { confidenceOf, fitConfidence } = require('../../dist/core/match/confidence');
const { hashOf } = require('./hash-of');

const FOLDS = 5;

/**
 * Judged questions with the calibrated confidence of our engine: that of each question comes from weights fitted on the other four
 * folds of its set, so no question helps to judge itself. What was passed on has confidence 0.
 */
function crossedConfidence(judged) {
  const folded = judged.map((one) => ({ ...one, fold: hashOf(one.q) % FOLDS }));
  const fitted = Array.from({ length: FOLDS }, (_, fold) =>
    fitConfidence(folded.filter((one) => one.features && one.fold !== fold)),
  );
  return folded.map((one) => ({
    ...one,
    confidence: one.features ? confidenceOf(one.features, fitted[one.fold]) : 0,
  }));
}

module.exports = { crossedConfidence };
