const { setImmediate: turn } = require('node:timers/promises');
const { usedMemory } = require('./used-memory');
const { watchLoop } = require('./watch-loop');

/** A search box shows so many at most; libraries that can are asked for no more. */
const MOST_DOCUMENTS = 20;
/** So many questions are asked before the clock counts, so that the code is compiled. */
const WARM_UP = 20;

/**
 * Time to index, memory of the index, and time per question of one engine over some passages; milliseconds and bytes. `longest` is
 * for how long one question blocked the event loop at most: the libraries answer in one go, ours in steps. Throws `tooLate` when the library is still
 * being filled after `patience`.
 */
async function measureSpeed(engine, { passages, questions, patience, tooLate }) {
  const before = await usedMemory();
  const begun = performance.now();
  const watch = () => {
    if (performance.now() - begun > patience) throw tooLate;
  };
  const { rank, bytes, close } = engine.create(passages, { most: MOST_DOCUMENTS, watch, pause: turn });
  const index = performance.now() - begun;
  const after = await usedMemory();
  for (const question of questions.slice(0, Math.min(WARM_UP, Math.ceil(questions.length / 5)))) await rank(question);
  const times = [];
  const blocked = [];
  const loop = watchLoop();
  for (const question of questions) {
    // Lets other work of the process happen outside the measured time.
    await turn();
    loop.begin();
    const asked = performance.now();
    await rank(question);
    times.push(performance.now() - asked);
    await turn();
    blocked.push(loop.longest());
  }
  loop.stop();
  const outside = bytes?.() ?? 0;
  close?.();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return {
    questions: times.length,
    index,
    memory: after === undefined ? undefined : after - before + outside,
    p50: at(0.5),
    p99: at(0.99),
    longest: Math.max(...blocked),
  };
}

module.exports = { measureSpeed };
