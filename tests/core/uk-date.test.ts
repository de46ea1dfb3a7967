import { ukDate } from '../../src/core/uk-date';

it.each([
  ['2026-11-24', '24 November 2026'],
  ['2027-01-01', '1 January 2027'],
  ['2028-02-29', '29 February 2028'],
])('the day %s is said as "%s"', (day, said) => expect(ukDate(day)).toBe(said));
