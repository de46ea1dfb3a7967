import fc from 'fast-check';
import { dayAfter } from '../../src/core/uk-days';
import { ukMoment } from '../../src/core/uk-moment';
import { ukDay, ukTime } from '../../src/core/uk-time';

describe('ukMoment', () => {
  it.each([
    ['2026-11-24', 9 * 60, '2026-11-24T09:00:00Z', 'winter time'],
    ['2026-07-01', 9 * 60, '2026-07-01T08:00:00Z', 'summer time'],
    ['2026-07-01', 30, '2026-06-30T23:30:00Z', 'half past midnight in summer'],
    ['2026-03-29', 59, '2026-03-29T00:59:00Z', 'before the clocks go on'],
    ['2026-03-29', 90, '2026-03-29T01:30:00Z', 'a time that is left out'],
    ['2026-03-29', 120, '2026-03-29T01:00:00Z', 'after the clocks went on'],
    ['2026-10-25', 60, '2026-10-25T00:00:00Z', 'the first of two times that are the same'],
    ['2026-10-25', 120, '2026-10-25T02:00:00Z', 'after the clocks went back'],
    ['2027-03-28', 9 * 60, '2027-03-28T08:00:00Z', 'the morning after the clocks went on'],
    ['2027-10-31', 9 * 60, '2027-10-31T09:00:00Z', 'the morning after the clocks went back'],
  ])('puts %s, minute %i, at %s (%s)', (day, minutes, moment) => {
    expect(new Date(ukMoment(day, minutes)).toISOString()).toBe(new Date(moment).toISOString());
  });

  it('is the moment that a clock in the UK shows so, on every day after three in the morning', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((number) => dayAfter('2024-01-01', number));
    fc.assert(
      fc.property(days, fc.integer({ min: 180, max: 1439 }), (day, minutes) => {
        const at = ukMoment(day, minutes);
        const hour = Math.floor(minutes / 60);
        const shown = `${hour % 12 || 12}:${String(minutes % 60).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
        expect(ukDay(at)).toBe(day);
        expect(ukTime(at).endsWith(`, ${shown}`)).toBe(true);
      }),
    );
  });
});
