/** Work that is done step by step, each short: whoever runs it decides whether others get a turn between two steps. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Lets others have their turn, and goes on afterwards. */
export type Pause = () => Promise<void>;

/** Does all steps in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the steps with a pause after each. */
export async function inTurns<Result>(steps: Steps<Result>, pause: Pause): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** What is made of each of a list, `size` of them in one step. */
export function* eachInSteps<Item, Result>(
  items: readonly Item[],
  size: number,
  make: (item: Item) => Result,
): Steps<readonly Result[]> {
  const made: Result[] = [];
  for (const item of items) {
    made.push(make(item));
    if (made.length % size === 0) yield;
  }
  return made;
}
