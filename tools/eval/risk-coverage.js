/** The precision that the most confident answers must keep. */
const PRECISION = 0.95;

/**
 * What confidence is worth: `points` are answers with their `confidence` and whether their first passage is right (`good`). The most
 * confident come first; those of equal confidence keep their order. `area` is the mean share of wrong ones among the answers so far,
 * and `covered` the largest number of answers, from the first on, of which 95 % are right.
 */
function riskCoverage(points) {
  const sorted = points.toSorted((one, other) => other.confidence - one.confidence);
  let right = 0;
  let risks = 0;
  let covered = 0;
  for (const [at, { good }] of sorted.entries()) {
    const given = at + 1;
    if (good) right += 1;
    risks += 1 - right / given;
    if (right / given >= PRECISION) covered = given;
  }
  return { area: points.length === 0 ? null : Math.round((1000 * risks) / points.length) / 1000, covered };
}

module.exports = { riskCoverage };
