import type { Case } from './case';

/** How often an urgent case that nobody has opened is brought up again, and how many times in all. */
const EVERY_MS = 15 * 60_000;
const MOST = 4;

/**
 * When an urgent case that nobody has opened is brought up next, after a moment (both in milliseconds since 1970 UTC); undefined when
 * that has been done often enough. Counted from when it was opened, so that alarms that were missed do not come all at once.
 */
export function nextAlarm({ events }: Pick<Case, 'events'>, after: number): number | undefined {
  const opened = events[0]?.at ?? after;
  const turn = Math.max(1, Math.floor((after - opened) / EVERY_MS) + 1);
  return turn <= MOST ? opened + turn * EVERY_MS : undefined;
}
