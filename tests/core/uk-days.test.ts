import fc from 'fast-check';
import { dayAfter, daysBetween, weekdayOf } from '../../src/core/uk-days';

describe('days', () => {
  it.each([
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-11-30', 1, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-24', 0, '2026-11-24'],
  ])('after %s by %i is %s', (day, count, after) => {
    expect(dayAfter(day, count)).toBe(after);
    expect(daysBetween(day, after)).toBe(count);
  });

  it.each([
    ['2026-11-22', 'sunday'],
    ['2026-11-23', 'monday'],
    ['2026-03-29', 'sunday'],
    ['2028-02-29', 'tuesday'],
    ['2026-11-28', 'saturday'],
  ])('know that %s is a %s', (day, name) => {
    expect(weekdayOf(day)).toBe(name);
  });

  it('come back to the same weekday after a week, and to nothing else before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 6 }), (number, fewer) => {
        const day = dayAfter('2000-01-01', number);
        expect(weekdayOf(dayAfter(day, 7))).toBe(weekdayOf(day));
        expect(weekdayOf(dayAfter(day, fewer))).not.toBe(weekdayOf(day));
      }),
    );
  });
});
