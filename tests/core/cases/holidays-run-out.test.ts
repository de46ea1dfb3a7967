import { holidaysRunOut } from '../../../src/core/cases/holidays-run-out';
import { HOLIDAYS } from './an-office';

describe('the bank holidays', () => {
  it.each([
    ['2026-11-26T09:00Z', undefined],
    ['2028-11-01T09:00Z', undefined],
    ['2028-11-02T09:00Z', '2028'],
    ['2029-01-01T00:00Z', '2028'],
    ['2035-06-01T00:00Z', '2028'],
  ])('on %s run out after: %s', (at, year) => {
    expect(holidaysRunOut(HOLIDAYS, Date.parse(at))).toBe(year);
  });
});
