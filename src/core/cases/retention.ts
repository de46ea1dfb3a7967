import { dayAfter, monthsAfter } from '../uk-days';
import { ukMoment } from '../uk-moment';
import { ukDay } from '../uk-time';
import type { Case } from './case';
import { isUnfinished } from './change-case';

/** The last day in the UK, such as "2027-11-24", on which something is kept that ended at a moment (milliseconds since 1970 UTC). */
export function keptUntil(ended: number, months: number): string {
  return monthsAfter(ukDay(ended), months);
}

/**
 * The moment before which something must have ended to be kept no longer: it is the midnight in the UK that begins the first day whose
 * `keptUntil` is not over. Nothing goes early, whatever the lengths of the months between.
 */
export function keptSince(now: number, months: number): number {
  const today = ukDay(now);
  const day = monthsAfter(today, -months);
  return ukMoment(monthsAfter(day, months) < today ? dayAfter(day, 1) : day, 0);
}

/** When a case was closed or withdrawn, in milliseconds since 1970 UTC; undefined while it is neither. */
export function endedAt(one: Case): number | undefined {
  if (isUnfinished(one)) return undefined;
  return one.events.findLast(({ kind }) => kind === 'closed' || kind === 'withdrawn')?.at;
}
