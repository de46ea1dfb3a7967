/**
 * Watches the event loop of this process, turn by turn: `longest()` says for how many milliseconds one turn held up all others since
 * `begin()` was called. A turn that is still running is not counted yet.
 */
function watchLoop() {
  let last = performance.now();
  let longest = 0;
  let timer;
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    timer = setImmediate(beat);
  };
  beat();
  return {
    begin: () => {
      last = performance.now();
      longest = 0;
    },
    longest: () => longest,
    stop: () => clearImmediate(timer),
  };
}

module.exports = { watchLoop };
