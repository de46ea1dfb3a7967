import { workingDays } from '../../../src/core/cases/working-days';
import { daysBetween } from '../../../src/core/uk-days';
import { PRIYA } from './an-office';

/** How many days are looked at when somebody works on every so many-th day. */
function daysLookedAt(every: number): number {
  let looked = 0;
  const rota = (day: string) => {
    looked += 1;
    const number = daysBetween('2026-01-01', day);
    return number % every === every - 1 ? [{ clerk: PRIYA, from: number, to: number + 1 }] : [];
  };
  const found = [...workingDays(rota, '2026-01-01')];
  expect(found.length).toBe(Math.floor(looked / every));
  return looked;
}

describe('working days', () => {
  it('are looked for no longer than 400 days ahead', () => {
    expect([1, 7, 60, 61].map(daysLookedAt)).toEqual([400, 400, 400, 400]);
  });

  it('are given up when nobody works for more than 60 days in a row', () => {
    expect([62, 100, 1000].map(daysLookedAt)).toEqual([61, 61, 61]);
  });
});
