const { byConfidence } = require('./by-confidence');

/**
 * AURC: questions are answered from the surest to the least sure, and the share of wrong answers so far is averaged over all steps;
 * lower is better. Where several are equally sure, the wrong ones count as spread evenly among them.
 */
function areaUnderRiskCoverage(judged) {
  let answered = 0;
  let wrong = 0;
  let area = 0;
  for (const { size, right } of byConfidence(judged)) {
    for (let step = 1; step <= size; step++) area += (wrong + ((size - right) * step) / size) / (answered + step);
    answered += size;
    wrong += size - right;
  }
  return area / judged.length;
}

module.exports = { areaUnderRiskCoverage };
