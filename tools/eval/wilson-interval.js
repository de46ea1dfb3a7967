const { percentOf } = require('./percent-of');

/** The 0.975 quantile of the normal distribution: 95 % of the time the truth lies between the two ends. */
const Z = 1.959964;

/** Wilson's 95 % interval for a share, as two percentages; null where there is nothing to have a share of. */
function wilsonInterval(part, whole) {
  if (whole === 0) return null;
  const share = part / whole;
  const middle = share + Z ** 2 / (2 * whole);
  const reach = Z * Math.sqrt((share * (1 - share)) / whole + Z ** 2 / (4 * whole ** 2));
  const scale = 1 + Z ** 2 / whole;
  // Rounding in the arithmetic may leave a hair outside 0 to 1.
  const ends = [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
  return ends.map((end) => percentOf(end, 1));
}

module.exports = { wilsonInterval };
