import type { Council } from '../council';
import { ukDay } from '../uk-time';
import type { Circumstance, Platform } from './draft';

/** What is so when a draft is checked: where it is to be posted, and what the council's settings say about this day. `now` is milliseconds since 1970 UTC. */
export function circumstancesOf(
  { elections, incident }: Pick<Council, 'elections' | 'incident'>,
  now: number,
  platform?: Platform,
): readonly Circumstance[] {
  const today = ukDay(now);
  return [
    ...(platform === 'council page' ? (['council page'] as const) : []),
    ...(elections.some(({ from, to }) => from <= today && today <= to) ? (['election'] as const) : []),
    ...(incident ? (['incident'] as const) : []),
  ];
}
