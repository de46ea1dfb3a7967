import fc from 'fast-check';
import { ukDayName, ukTime } from '../../src/core/uk-time';

describe('ukTime', () => {
  it.each([
    ['2026-11-24T10:05:00Z', 'Tuesday 24 November 2026, 10:05am', 'winter time'],
    ['2026-07-01T10:05:00Z', 'Wednesday 1 July 2026, 11:05am', 'summer time, an hour on'],
    ['2026-07-01T23:30:00Z', 'Thursday 2 July 2026, 12:30am', 'the next day in summer'],
    ['2026-11-24T00:00:00Z', 'Tuesday 24 November 2026, 12:00am', 'midnight is 12, not 0'],
    ['2026-11-24T12:00:00Z', 'Tuesday 24 November 2026, 12:00pm', 'noon is 12, not 0'],
    ['2026-11-24T23:59:59Z', 'Tuesday 24 November 2026, 11:59pm', 'the last minute of a day'],
    ['2026-03-29T00:59:00Z', 'Sunday 29 March 2026, 12:59am', 'the minute before the clocks go on'],
    ['2026-03-29T01:00:00Z', 'Sunday 29 March 2026, 2:00am', 'the minute when the clocks go on'],
    ['2026-10-25T00:30:00Z', 'Sunday 25 October 2026, 1:30am', 'before the clocks go back'],
    ['2026-10-25T01:30:00Z', 'Sunday 25 October 2026, 1:30am', 'after the clocks went back'],
    ['2028-02-29T09:09:00Z', 'Tuesday 29 February 2028, 9:09am', 'a leap day'],
  ])('says %s as "%s" (%s)', (moment, said) => {
    expect(ukTime(Date.parse(moment))).toBe(said);
  });

  it('says every moment in the same form, with hours from 1 to 12', () => {
    const moments = fc.integer({ min: 0, max: Date.parse('2100-01-01T00:00:00Z') });
    fc.assert(
      fc.property(moments, (at) => {
        expect(ukTime(at)).toMatch(/^[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+ \d{4}, (?:[1-9]|1[0-2]):[0-5]\d[ap]m$/u);
      }),
    );
  });
});

describe('ukDayName', () => {
  it.each([
    ['2026-11-26T13:00:00Z', 'Thursday 26 November', 'winter time'],
    ['2026-07-01T23:30:00Z', 'Thursday 2 July', 'the next day in summer'],
    ['2026-11-24T23:59:59Z', 'Tuesday 24 November', 'the last second of a day'],
    ['2026-11-25T00:00:00Z', 'Wednesday 25 November', 'the first second of a day'],
    ['2026-03-29T23:00:00Z', 'Monday 30 March', 'the midnight after the clocks went on'],
    ['2026-10-25T23:00:00Z', 'Sunday 25 October', 'the hour that is won when the clocks went back'],
  ])('says %s as "%s" (%s)', (moment, said) => {
    expect(ukDayName(Date.parse(moment))).toBe(said);
  });

  it('says the day that ukTime says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.parse('2100-01-01T00:00:00Z') }), (at) => {
        expect(ukTime(at).startsWith(`${ukDayName(at)} `)).toBe(true);
      }),
    );
  });
});
