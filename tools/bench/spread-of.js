/** The middle, the 99th of a hundred and the longest of some times in milliseconds, as cells of a table. */
function spreadOf(times) {
  const rising = [...times].sort((a, b) => a - b);
  const at = (share) => rising[Math.min(rising.length - 1, Math.floor(share * rising.length))];
  return [at(0.5), at(0.99), at(1)].map((ms) => ms.toFixed(ms < 10 ? 2 : 1));
}

module.exports = { spreadOf };
