import type { BankHolidays, Clerk, Council } from '../council';
import { ukDay } from '../uk-time';
import { type Due, dueDay } from './due-day';
import { clerksAt, nextMorning, nextOnDuty, type OnDuty } from './next-on-duty';
import { createRota } from './rota';

/** The clerk's clock. All moments are milliseconds since 1970 UTC. Undefined where nobody is on duty for more than 60 days on end. */
export type Office = {
  /** Who is on duty at a moment; empty when nobody is. */
  readonly onDuty: (at: number) => readonly Clerk[];
  /** From when on somebody is on duty, and who: the moment itself when somebody is. */
  readonly nextOnDuty: (at: number) => OnDuty | undefined;
  /** The next beginning of a working day, for the digest. */
  readonly nextMorning: (at: number) => OnDuty | undefined;
  /** By when a question asked at a moment is to be answered. */
  readonly due: (asked: number) => Due | undefined;
  /** When to remind the clerk of it: half way from when they could first see it, while somebody is on duty. Undefined also when the settings want no nudge. */
  readonly nudgeAt: (asked: number) => number | undefined;
};

export function createOffice(settings: Pick<Council, 'clerks' | 'office'>, holidays: BankHolidays): Office {
  const { answerWithinDays, nudge } = settings.office;
  const rota = createRota(settings, holidays);
  const due = (asked: number) => dueDay(rota, asked, answerWithinDays);
  return {
    onDuty: (at) => clerksAt(rota(ukDay(at)), at),
    nextOnDuty: (at) => nextOnDuty(rota, at),
    nextMorning: (at) => nextMorning(rota, at),
    due,
    nudgeAt: (asked) => {
      const seen = nextOnDuty(rota, asked)?.at;
      const end = nudge ? due(asked)?.overdueAt : undefined;
      if (seen === undefined || end === undefined) return undefined;
      return nextOnDuty(rota, seen + Math.floor((end - seen) / 2))?.at;
    },
  };
}
