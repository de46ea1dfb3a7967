import { join } from 'node:path';
import { readBankHolidays } from '../../../src/bank-holidays-file';
import { createOffice } from '../../../src/core/cases/office';
import type { Clerk, OfficeSettings, Week } from '../../../src/core/council';

export const HOLIDAYS = readBankHolidays(join(__dirname, '..', '..', '..', 'knowledge', 'bank-holidays.json'));

const day = [{ from: 9 * 60, to: 17 * 60 }];
const morning = [{ from: 9 * 60, to: 13 * 60 }];
export const WEEKDAYS: Week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
export const TUESDAY_THURSDAY: Week = { tuesday: morning, thursday: morning };

export const PRIYA: Clerk = { name: 'Priya Shah', id: 'priya' };
export const JOE: Clerk = { name: 'Joe Marr', id: 'joe', deputy: true };

type Changes = Partial<OfficeSettings> & { readonly clerks?: readonly Clerk[] };

/** A line of a table: what is so, when, what comes of it, and what is changed in the office. */
export type Line<T> = readonly [story: string, at: string, comes: T, changes?: Changes];

/** An office of England that works on weekdays with one clerk, with some of it changed. */
export function officeOf(changes: Changes = {}) {
  const { clerks = [PRIYA], ...office } = changes;
  const usual = {
    hours: WEEKDAYS,
    bankHolidays: 'england-and-wales',
    closed: [],
    answerWithinDays: 2,
    nudge: true,
  } as const;
  return createOffice({ clerks, office: { ...usual, ...office } }, HOLIDAYS);
}

export const moment = (at: number | undefined) =>
  at === undefined ? undefined : new Date(at).toISOString().replace(':00.000Z', 'Z');
export const namesOf = (clerks: readonly Clerk[] = []) => clerks.map(({ name }) => name);

/** Lines with an office that is named in each of them, as `it.each` needs it. */
export function inOffices<T>(lines: readonly Line<T>[]) {
  return lines.map(([story, at, comes, changes]) => [story, Date.parse(at), comes, officeOf(changes)] as const);
}
