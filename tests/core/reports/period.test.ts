import { periodOf, widerToken } from '../../../src/core/reports/period';

const MIDDLE = Date.parse('2026-11-17T12:00Z');

describe('a period', () => {
  it.each([
    ['2026-10', ['2026-10']],
    ['2026-q3', ['2026-07', '2026-08', '2026-09']],
    ['2026-q4', ['2026-10']],
    ['2025-q1', ['2025-01', '2025-02', '2025-03']],
  ])('%s covers the months that are over: %j', (token, months) =>
    expect(periodOf(token, MIDDLE)).toEqual({ token, months }),
  );

  it('of a year that still runs ends with the last month that is over', () => {
    expect(periodOf('2026', MIDDLE)?.months).toHaveLength(10);
    expect(periodOf('2025', MIDDLE)?.months).toHaveLength(12);
  });

  it.each(['2026-11', '2026-12', '2027-q1', '2027', '2026-13'])('%s has no month that is over', (token) =>
    expect(periodOf(token, MIDDLE)).toBeUndefined(),
  );

  it.each([
    ['2026-01', '2026-q1'],
    ['2026-10', '2026-q4'],
    ['2026-q4', '2026'],
    ['2026', undefined],
  ])('around %s lies %s', (token, wider) => expect(widerToken(token)).toBe(wider));
});
