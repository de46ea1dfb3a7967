import { join } from 'node:path';
import { readBankHolidays } from '../src/bank-holidays-file';
import type { Division } from '../src/core/council';
import { dayAfter, weekdayOf } from '../src/core/uk-days';

const HOLIDAYS = readBankHolidays(join(__dirname, '..', 'knowledge', 'bank-holidays.json'));

/** Days that no rule gives: appointed once, by proclamation. */
const PROCLAIMED: { readonly [division in Division]: readonly string[] } = {
  'england-and-wales': [],
  scotland: ['2026-06-15'],
  'northern-ireland': [],
};

/** Days of a fixed date. One that falls on a weekend is taken on the next working day that is still free. */
const FIXED: { readonly [division in Division]: readonly string[] } = {
  'england-and-wales': ['01-01', '12-25', '12-26'],
  scotland: ['01-01', '01-02', '11-30', '12-25', '12-26'],
  'northern-ireland': ['01-01', '03-17', '07-12', '12-25', '12-26'],
};

/** Banking and Financial Dealings Act 1971, schedule 1, with the early May day and the Scottish and Irish days added since. */
function byTheRules(division: Division, year: number): readonly string[] {
  const easter = easterOf(year);
  const inScotland = division === 'scotland';
  const moving = [
    dayAfter(easter, -2),
    ...(inScotland ? [] : [dayAfter(easter, 1)]),
    firstMonday(`${year}-05-01`),
    firstMonday(`${year}-05-25`),
    firstMonday(inScotland ? `${year}-08-01` : `${year}-08-25`),
  ];
  const fixed = FIXED[division].map((date) => `${year}-${date}`);
  const taken = fixed.filter((day) => !isWeekend(day));
  for (const day of fixed.filter(isWeekend)) taken.push(freeDayAfter(day, taken));
  return [...moving, ...taken, ...PROCLAIMED[division].filter((day) => day.startsWith(String(year)))].sort();
}

/** Easter Sunday of the Gregorian calendar: J. Meeus, Astronomical Algorithms, chapter 8. */
function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return dayAfter(`${year}-03-01`, h + l - 7 * m + 21);
}

function firstMonday(from: string): string {
  return weekdayOf(from) === 'monday' ? from : firstMonday(dayAfter(from, 1));
}

function freeDayAfter(day: string, taken: readonly string[]): string {
  const next = dayAfter(day, 1);
  return isWeekend(next) || taken.includes(next) ? freeDayAfter(next, taken) : next;
}

function isWeekend(day: string): boolean {
  return ['saturday', 'sunday'].includes(weekdayOf(day));
}

describe('the bank holidays', () => {
  it.each([
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
  ])('of %i turn about the right Easter', (year, easter) => {
    expect(easterOf(year)).toBe(easter);
  });

  const divisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
  it.each(divisions.flatMap((division) => [2025, 2026, 2027, 2028].map((year) => [division, year] as const)))(
    'of %s in %i are those that the rules give',
    (division, year) => {
      expect(HOLIDAYS[division].filter((day) => day.startsWith(String(year)))).toEqual(byTheRules(division, year));
    },
  );

  it('are those of four years and no others', () => {
    expect(divisions.map((division) => HOLIDAYS[division].length)).toEqual([8 * 4, 9 * 4 + 1, 10 * 4]);
  });

  it('never fall on a weekend', () => {
    expect(divisions.flatMap((division) => HOLIDAYS[division]).filter(isWeekend)).toEqual([]);
  });
});
