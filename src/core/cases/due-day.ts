import { dayAfter } from '../uk-days';
import { ukDay } from '../uk-time';
import type { Rota } from './rota';
import { workingDays } from './working-days';

/**
 * By when an answer is due. `day` is what a councillor is told, as `ukDayName(overdueAt)` says it; `overdueAt`, in milliseconds
 * since 1970 UTC, is the end of that day's hours and is never told to anybody.
 */
export type Due = { readonly day: string; readonly overdueAt: number };

/**
 * So many working days after the day of asking, which does not count itself: a question of Monday to a clerk who works on Tuesday
 * and Thursday is due on Thursday within two days. Undefined when nobody is on duty for more than 60 days before that.
 */
export function dueDay(rota: Rota, asked: number, within: number): Due | undefined {
  let left = within;
  for (const shifts of workingDays(rota, dayAfter(ukDay(asked), 1))) {
    left -= 1;
    if (left > 0) continue;
    const overdueAt = Math.max(...shifts.map(({ to }) => to));
    return { day: ukDay(overdueAt), overdueAt };
  }
  return undefined;
}
