import { ukDay } from '../uk-time';

/** The month in the UK, written so that months can be compared: "2026-10". `at` is milliseconds since 1970 UTC. */
export function monthOf(at: number): string {
  return ukDay(at).slice(0, 7);
}
