import { setImmediate as turn } from 'node:timers/promises';

let last: Promise<void> = Promise.resolve();

/** Lets one turn of the event loop pass. Of several who pause at once one goes on in each turn, whichever council they serve. */
export function pause(): Promise<void> {
  last = last.then(() => turn());
  return last;
}
