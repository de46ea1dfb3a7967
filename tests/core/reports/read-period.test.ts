import { MONTH_NAMES } from '../../../src/core/reports/month-names';
import { readPeriod, wantsTable } from '../../../src/core/reports/read-period';

const MIDDLE = Date.parse('2026-11-17T12:00Z');

describe('the period that is typed after "report"', () => {
  it.each([
    ['', '2026-10'],
    ['month', '2026-10'],
    ['last month', '2026-10'],
    ['October', '2026-10'],
    ['oct', '2026-10'],
    ['for October', '2026-10'],
    ['october 2025', '2025-10'],
    ['November', '2026-11'],
    ['December', '2025-12'],
    ['2026-10', '2026-10'],
    ['quarter', '2026-q3'],
    ['the last quarter', '2026-q3'],
    ['q3 2026', '2026-q3'],
    ['2026-q3', '2026-q3'],
    ['2026 Q3', '2026-q3'],
    ['2025', '2025'],
    ['this year', '2026'],
    ['2026 as a table', '2026'],
    ['as a table', '2026-10'],
    ['2026-q3 csv', '2026-q3'],
  ])('"%s" is %s in the middle of November 2026', (typed, token) => expect(readPeriod(typed, MIDDLE)).toBe(token));

  it.each(['octember', 'ma', 'on photos', '2026-13', '26', 'q5 2026', '2026-q0', 'abuse', 'a fake account', 'o'])(
    '"%s" is none',
    (typed) => expect(readPeriod(typed, MIDDLE)).toBeUndefined(),
  );

  it.each([
    ['2027-01-01T00:00Z', '2026-12', '2026-q4', '2026'],
    ['2026-01-31T12:00Z', '2025-12', '2025-q4', '2025'],
    // In summer the UK is an hour ahead.
    ['2026-06-30T23:30Z', '2026-06', '2026-q2', '2026'],
  ])('at %s the last month is %s, the last quarter %s, the year %s', (at, month, quarter, year) => {
    const now = Date.parse(at);
    expect(['', 'quarter', 'year'].map((typed) => readPeriod(typed, now))).toEqual([month, quarter, year]);
  });

  it('knows the names of all months, in full and by three letters', () => {
    const read = MONTH_NAMES.flatMap((name) => [name, name.slice(0, 3)]).map((name) => readPeriod(`${name} 2024`, 0));
    expect(new Set(read).size).toBe(12);
    expect(read).not.toContain(undefined);
  });

  it.each([
    ['October as a table', true],
    ['table', true],
    ['2026 CSV', true],
    ['October', false],
    ['vegetable', false],
  ])('"%s" asks for a table: %s', (typed, wanted) => expect(wantsTable(typed)).toBe(wanted));
});
