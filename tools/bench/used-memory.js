/** The memory in use in bytes: JavaScript's heap and the arrays beside it, after tidying up. Undefined unless Node runs with --expose-gc. */
function usedMemory() {
  if (!globalThis.gc) return undefined;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

module.exports = { usedMemory };
