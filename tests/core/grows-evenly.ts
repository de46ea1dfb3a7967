/**
 * How much longer ten times the work may take: quadratic work takes a hundred times as long, linear work ten.
 * What counts is the time that this process computed, because a busy machine makes it wait. One good try of a few is enough.
 */
const MOST_GROWTH = 40;
const TRIES = 10;
/** Below this a timing is noise. Milliseconds. */
const SHORTEST = 0.05;

/** Whether the large size, at most ten times the small one, takes about so many times as long. `run` does the work for a size. */
export function growsEvenly(run: (size: number) => void, small: number, large: number): boolean {
  run(small);
  for (let tried = 0; tried < TRIES; tried++) {
    const short = Math.max(
      elapsed(() => run(small)),
      SHORTEST,
    );
    if (elapsed(() => run(large)) < MOST_GROWTH * short) return true;
  }
  return false;
}

function elapsed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
