import fc from 'fast-check';
import { keptSince, keptUntil } from '../../../src/core/cases/retention';
import { monthsAfter } from '../../../src/core/uk-days';
import { ukMoment } from '../../../src/core/uk-moment';
import { ukDay } from '../../../src/core/uk-time';

describe('the same day some months later', () => {
  it.each([
    ['2026-11-24', 12, '2027-11-24'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('of %s and %i is %s', (day, months, later) => expect(monthsAfter(day, months)).toBe(later));
});

describe('how long something is kept', () => {
  it.each([
    ['a year', '2026-11-24', 12, '2027-11-24'],
    ['a month that has no such day', '2027-01-31', 1, '2027-02-28'],
  ])('%s', (_, ended, months, last) => {
    expect(keptUntil(ukMoment(ended, 720), months)).toBe(last);
  });

  it('goes by the clock in the UK: half an hour after midnight in summer is the new day', () => {
    const end = Date.parse('2026-07-10T23:30:00Z');
    expect(keptUntil(end, 1)).toBe('2026-08-11');
    expect(keptSince(Date.parse('2026-08-11T22:59:59Z'), 1)).toBeLessThanOrEqual(end);
    expect(keptSince(Date.parse('2026-08-11T23:00:00Z'), 1)).toBeGreaterThan(end);
  });

  it('is over exactly when the last day is', () => {
    const moment = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2032-12-31') });
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 1, max: 120 }), (ended, now, months) => {
        expect(ended < keptSince(now, months)).toBe(ukDay(now) > keptUntil(ended, months));
      }),
      { numRuns: 3000, examples: [[Date.parse('2026-02-28T12:00Z'), Date.parse('2026-03-29T12:00Z'), 1]] },
    );
  });
});
