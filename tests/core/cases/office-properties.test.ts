import fc from 'fast-check';
import type { Clerk, DayRange, OfficeSettings, Week } from '../../../src/core/council';
import { dayAfter, daysBetween } from '../../../src/core/uk-days';
import { ukDay } from '../../../src/core/uk-time';
import { HOLIDAYS, officeOf } from './an-office';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** Days on which the clocks change, and the evenings before. */
const CHANGES = [
  '2026-03-28',
  '2026-03-29',
  '2026-10-24',
  '2026-10-25',
  '2027-03-27',
  '2027-03-28',
  '2027-10-30',
  '2027-10-31',
];

// Hours between six and ten, when no clock in the UK changes.
const hours = fc
  .uniqueArray(fc.integer({ min: 360, max: 1320 }), { minLength: 2, maxLength: 4 })
  .map((times) => times.toSorted((a, b) => a - b))
  .map(([from = 0, to = 0, again = 0, end = 0]) => [{ from, to }, ...(again < end ? [{ from: again, to: end }] : [])]);
const week: fc.Arbitrary<Week> = fc.dictionary(fc.constantFrom(...WEEK), hours, { maxKeys: 5 });
const ranges: fc.Arbitrary<readonly DayRange[]> = fc.array(
  fc
    .record({ first: fc.integer({ min: 0, max: 900 }), length: fc.integer({ min: 0, max: 70 }) })
    .map(({ first, length }) => ({ from: dayAfter('2025-12-01', first), to: dayAfter('2025-12-01', first + length) })),
  { maxLength: 3 },
);
const clerk: fc.Arbitrary<Clerk> = fc.record(
  { name: fc.constantFrom('Ann', 'Ben', 'Cat'), deputy: fc.boolean(), hours: week, leave: ranges },
  { requiredKeys: ['name'] },
);
const settings = fc.record({
  clerks: fc.array(clerk, { minLength: 1, maxLength: 3 }),
  hours: week,
  bankHolidays: fc.constantFrom('england-and-wales', 'scotland', 'northern-ireland', 'none'),
  closed: ranges,
  answerWithinDays: fc.integer({ min: 1, max: 5 }),
});
type Settings = Pick<OfficeSettings, 'hours' | 'bankHolidays' | 'closed' | 'answerWithinDays'> & {
  readonly clerks: readonly Clerk[];
};

const moments = fc.oneof(
  fc.integer({ min: Date.parse('2025-12-01T00:00Z'), max: Date.parse('2028-06-01T00:00Z') }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: 0, max: 1439 }))
    .map(([day, minute]) => Date.parse(`${day}T00:00Z`) + minute * MINUTE),
);

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const within = (list: readonly DayRange[] | undefined, day: string) =>
  (list ?? []).some(({ from, to }) => day >= from && day <= to);

/** Who works on a day of the UK, told a second way: by the rules as they are written for the clerk. */
function staffOn({ clerks, hours, bankHolidays, closed }: Settings, at: number): readonly Clerk[] {
  const day = ukDay(at);
  if (within(closed, day) || (bankHolidays !== 'none' && HOLIDAYS[bankHolidays].includes(day))) return [];
  const weekday = wallClock(at).weekday;
  const there = clerks.filter((one) => !within(one.leave, day) && ((one.hours ?? hours)[weekday]?.length ?? 0) > 0);
  const first = there.filter((one) => !one.deputy);
  if (first.length > 0) return first;
  const away = clerks.some((one) => !one.deputy && within(one.leave, day)) || clerks.every((one) => one.deputy);
  return away ? there : [];
}

/** Who is on duty, read off a clock in London. */
function staffAt(given: Settings, at: number): readonly string[] {
  const { weekday, minute } = wallClock(at);
  return staffOn(given, at)
    .filter((one) => (one.hours ?? given.hours)[weekday]?.some(({ from, to }) => minute >= from && minute < to))
    .map(({ name }) => name)
    .sort();
}

function wallClock(at: number) {
  const part = new Map(LONDON.formatToParts(at).map(({ type, value }) => [type, value]));
  const weekday = WEEK.find((name) => name === part.get('weekday')?.toLowerCase()) ?? 'sunday';
  return { weekday, minute: Number(part.get('hour')) * 60 + Number(part.get('minute')) };
}

const sorted = (clerks: readonly Clerk[]) => clerks.map(({ name }) => name).sort();
const noonOf = (day: string) => Date.parse(`${day}T12:00Z`);

describe('the clerk’s clock', () => {
  it('knows who is on duty at any moment', () => {
    fc.assert(
      fc.property(settings, moments, (given, at) => {
        expect(sorted(officeOf(given).onDuty(at))).toEqual(staffAt(given, at));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the next moment on duty: never in the past, on leave, on a holiday or in a closure, and none before it', () => {
    fc.assert(
      fc.property(
        settings,
        moments,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (given, at, part) => {
          const next = officeOf(given).nextOnDuty(at);
          const end = next?.at ?? at + 60 * DAY;
          expect(end).toBeGreaterThanOrEqual(at);
          if (end > at) expect(staffAt(given, at + Math.floor((end - at) * part))).toEqual([]);
          if (!next) return;
          expect(next.clerks.length).toBeGreaterThan(0);
          expect(sorted(next.clerks)).toEqual(staffAt(given, next.at));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds the next morning: the first hours of the first working day that has not begun', () => {
    fc.assert(
      fc.property(settings, moments, (given, at) => {
        const next = officeOf(given).nextMorning(at);
        if (!next) return;
        expect(next.at).toBeGreaterThanOrEqual(at);
        expect(sorted(next.clerks)).toEqual(staffAt(given, next.at));
        const { minute } = wallClock(next.at);
        for (let before = 0; before < minute; before += 7)
          expect(staffAt(given, next.at - (minute - before) * MINUTE)).toEqual([]);
        for (let day = dayAfter(ukDay(at), 1); day < ukDay(next.at); day = dayAfter(day, 1))
          expect(staffOn(given, noonOf(day))).toEqual([]);
      }),
    );
  });

  it('gives a day that is due: after the day of asking, on a working day, after as many as were promised', () => {
    fc.assert(
      fc.property(settings, moments, (given, asked) => {
        const due = officeOf(given).due(asked);
        const today = ukDay(asked);
        if (!due) return;
        expect(due.overdueAt).toBeGreaterThan(asked);
        expect(ukDay(due.overdueAt)).toBe(due.day);
        expect(daysBetween(today, due.day)).toBeGreaterThan(0);
        const days = Array.from({ length: daysBetween(today, due.day) }, (_, at) => dayAfter(today, at + 1));
        expect(days.filter((day) => staffOn(given, noonOf(day)).length > 0)).toHaveLength(given.answerWithinDays);
        expect(staffOn(given, noonOf(due.day)).length).toBeGreaterThan(0);
        expect(staffAt(given, due.overdueAt)).toEqual([]);
        expect(staffAt(given, due.overdueAt - MINUTE).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('nudges between asking and being overdue, while somebody is on duty', () => {
    fc.assert(
      fc.property(settings, moments, (given, asked) => {
        const office = officeOf(given);
        const end = office.due(asked)?.overdueAt;
        const nudge = office.nudgeAt(asked);
        if (end === undefined) expect(nudge).toBeUndefined();
        else {
          expect(nudge).toBeGreaterThanOrEqual(asked + Math.floor((end - asked) / 2));
          expect(nudge).toBeLessThan(end);
          expect(office.onDuty(nudge ?? 0).length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('promises nothing when nobody is there for more than 60 days, and only then', () => {
    fc.assert(
      fc.property(settings, moments, (given, at) => {
        const days = Array.from({ length: 61 }, (_, number) => noonOf(dayAfter(ukDay(at), number + 1)));
        const works = (day: number) => staffOn(given, day).length > 0;
        const tomorrow = officeOf({ ...given, answerWithinDays: 1 }).due(at);
        expect(tomorrow !== undefined).toBe(days.some(works));
        if (days.slice(0, 60).some(works)) expect(officeOf(given).nextOnDuty(at)).toBeDefined();
      }),
    );
  });
});
