import type { BankHolidays, Clerk, Council, DayRange } from '../council';
import { weekdayOf } from '../uk-days';
import { ukMoment } from '../uk-moment';

/** A stretch of time in which a clerk is on duty: milliseconds since 1970 UTC, `to` exclusive. */
export type Shift = { readonly clerk: Clerk; readonly from: number; readonly to: number };

/** Who is on duty on a day such as "2026-11-24", and when: in order of time, empty when nobody is. */
export type Rota = (day: string) => readonly Shift[];

/**
 * Nobody works on a bank holiday or during a closure. A deputy stands in on a day on which a clerk is on leave and no other clerk works;
 * a day on which the clerk never works is no reason for it. Where all clerks are deputies, all are on duty.
 */
export function createRota({ clerks, office }: Pick<Council, 'clerks' | 'office'>, holidays: BankHolidays): Rota {
  const off = new Set(office.bankHolidays === 'none' ? [] : holidays[office.bankHolidays]);
  const main = clerks.filter(({ deputy }) => !deputy);
  const deputies = clerks.filter(({ deputy }) => deputy);
  return (day) => {
    if (off.has(day) || isWithin(office.closed, day)) return [];
    const shifts = shiftsOf(main, day);
    if (shifts.length > 0) return shifts;
    const needed = main.length === 0 || main.some(({ leave }) => isWithin(leave, day));
    return needed ? shiftsOf(deputies, day) : [];
  };

  function shiftsOf(people: readonly Clerk[], day: string): readonly Shift[] {
    return people
      .filter(({ leave }) => !isWithin(leave, day))
      .flatMap((clerk) => shiftsOn(clerk, day))
      .sort((a, b) => a.from - b.from);
  }

  function shiftsOn(clerk: Clerk, day: string): readonly Shift[] {
    const hours = (clerk.hours ?? office.hours)[weekdayOf(day)] ?? [];
    return (
      hours
        .map(({ from, to }) => ({ clerk, from: ukMoment(day, from), to: ukMoment(day, to) }))
        // Hours that the clocks leave out in March are no hours.
        .filter(({ from, to }) => from < to)
    );
  }
}

function isWithin(ranges: readonly DayRange[] = [], day: string): boolean {
  return ranges.some(({ from, to }) => from <= day && day <= to);
}
