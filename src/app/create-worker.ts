import type { Log } from './ports';

export type Worker = {
  readonly start: () => void;
  /** Something is due now. */
  readonly wake: () => void;
  /** Takes nothing new and waits for what is under way. */
  readonly stop: () => Promise<void>;
};

type Work = {
  /** What is done, for the log. */
  readonly name: string;
  /** Does everything that is due. */
  readonly round: () => Promise<unknown>;
  /** How long it rests when nothing wakes it, in milliseconds. */
  readonly restMs: number;
  readonly log: Log;
};

/** Does a piece of work again and again, never twice at once, until it is stopped. What goes wrong is logged and tried again. */
export function createWorker({ name, round, restMs, log }: Work): Worker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  let again = false;
  let stopped = true;
  const run = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = round()
      .catch((error: unknown) => log.error('a worker failed', { worker: name, error: nameOf(error) }))
      .finally(() => {
        running = undefined;
        if (stopped) return;
        timer = setTimeout(run, again ? 0 : restMs);
        again = false;
      });
  };
  return {
    start: () => {
      stopped = false;
      run();
    },
    wake: run,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** The class of an error, never its message: messages can hold words of a question. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
