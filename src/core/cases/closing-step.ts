import { daysBetween } from '../uk-days';
import { ukDay } from '../uk-time';

/** Calendar days in the UK without a word from either side, after which the councillor is told that the case will close. */
const NOTICE_AFTER = 11;
const CLOSE_AFTER = 14;
/** A notice that went out late, after a fault, still leaves this many days. */
const NOTICE_DAYS = CLOSE_AFTER - NOTICE_AFTER;

/** When the last thing happened to an answered case, and when its councillor was told that it will close: milliseconds since 1970 UTC. */
export type Quiet = { readonly since: number; readonly noticedAt?: number };

/** What is to be done at a moment about an answered case that has gone quiet. */
export function closingStep({ since, noticedAt }: Quiet, at: number): 'wait' | 'notice' | 'close' {
  const days = quietDays(since, at);
  const told = noticedAt !== undefined && noticedAt >= since;
  if (!told) return days >= NOTICE_AFTER ? 'notice' : 'wait';
  return days >= CLOSE_AFTER && quietDays(noticedAt, at) >= NOTICE_DAYS ? 'close' : 'wait';
}

/** How many days have passed in the UK: from one evening to the next morning it is one. */
export function quietDays(since: number, at: number): number {
  return daysBetween(ukDay(since), ukDay(at));
}
