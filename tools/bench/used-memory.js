const { setTimeout: pause } = require('node:timers/promises');

/** Memory is given back in several steps, so tidying up goes on until a step gives back less than this, in bytes. */
const SETTLED = 50_000;
const FEWEST_STEPS = 4;
const MOST_STEPS = 20;
/** Between steps, in milliseconds: code that is compiled in the background holds on to what it works on. */
const PAUSE = 50;

/** The memory in use in bytes: JavaScript's heap and the arrays beside it, after tidying up. Undefined unless Node runs with --expose-gc. */
async function usedMemory() {
  if (!globalThis.gc) return undefined;
  let used = Number.POSITIVE_INFINITY;
  for (let step = 1; step <= MOST_STEPS; step++) {
    globalThis.gc();
    await pause(PAUSE);
    const { heapUsed, external } = process.memoryUsage();
    const given = used - heapUsed - external;
    used = heapUsed + external;
    if (step >= FEWEST_STEPS && given < SETTLED) break;
  }
  return used;
}

module.exports = { usedMemory };
