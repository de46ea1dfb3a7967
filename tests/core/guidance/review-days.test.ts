import { reviewDays } from '../../../src/core/guidance/review-days';

it.each([
  ['2026-11-24', ['2027-11-24', '2027-02-24', '2027-05-24', '2028-11-24']],
  ['2026-11-30', ['2027-11-30', '2027-02-28', '2027-05-30', '2028-11-30']],
  ['2028-02-29', ['2029-02-28', '2028-05-29', '2028-08-29', '2030-02-28']],
  ['2026-12-31', ['2027-12-31', '2027-03-31', '2027-06-30', '2028-12-31']],
])('from %s, advice is reviewed after a year, or on another day that there is', (today, days) => {
  expect(reviewDays(today)).toEqual(days);
});
