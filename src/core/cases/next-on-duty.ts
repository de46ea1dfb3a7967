import type { Clerk } from '../council';
import { ukDay } from '../uk-time';
import type { Rota, Shift } from './rota';
import { workingDays } from './working-days';

/** A moment, in milliseconds since 1970 UTC, and who is on duty then. */
export type OnDuty = { readonly at: number; readonly clerks: readonly Clerk[] };

/** The first moment from `at` on at which somebody is on duty: `at` itself when somebody is now. Undefined when nobody will be for more than 60 days. */
export function nextOnDuty(rota: Rota, at: number): OnDuty | undefined {
  for (const shifts of workingDays(rota, ukDay(at))) {
    const next = shifts.find(({ to }) => to > at);
    if (!next) continue;
    const from = Math.max(at, next.from);
    return { at: from, clerks: clerksAt(shifts, from) };
  }
  return undefined;
}

/** The first beginning of a working day from `at` on; after a break it is the next day. Undefined when nobody will be on duty for more than 60 days. */
export function nextMorning(rota: Rota, at: number): OnDuty | undefined {
  for (const shifts of workingDays(rota, ukDay(at))) {
    const [first] = shifts;
    if (first && first.from >= at) return { at: first.from, clerks: clerksAt(shifts, first.from) };
  }
  return undefined;
}

/** Who is on duty at a moment of the day whose shifts these are. */
export function clerksAt(shifts: readonly Shift[], at: number): readonly Clerk[] {
  return shifts.filter(({ from, to }) => from <= at && at < to).map(({ clerk }) => clerk);
}
