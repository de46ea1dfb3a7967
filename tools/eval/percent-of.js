/** A share in per cent with one decimal; null where there is nothing to have a share of. */
function percentOf(part, whole) {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
}

module.exports = { percentOf };
