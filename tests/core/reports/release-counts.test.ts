import { FEWEST, releaseCounts } from '../../../src/core/reports/release-counts';
import type { Tallied } from '../../../src/core/reports/tally';

describe('what may be shown of counts', () => {
  it.each<[string, readonly number[], readonly number[]]>([
    ['three are shown', [3], [3]],
    ['two are not', [2], [0]],
    ['two and one are shown with the later month', [2, 1], [0, 3]],
    ['what was shown is not carried over', [5, 1, 1], [5, 0, 0]],
    ['what is carried over waits for more', [1, 0, 1, 0, 2], [0, 0, 0, 0, 4]],
  ])('%s', (_, counts, shown) => expect(releasedOf(counts)).toEqual(shown));

  it('nothing is carried into another year, and no key into another', () => {
    const cells = [cell('2026-12', 2), cell('2027-01', 2), { ...cell('2027-01', 2), key: 'another' }];
    expect(releaseCounts(cells)).toEqual([]);
  });

  it('counts of one month are added up, in whatever order they come', () => {
    expect(releaseCounts([cell('2026-02', 1), cell('2026-01', 1), cell('2026-02', 1)])).toEqual([cell('2026-02', 3)]);
  });

  // Not a sample: every course of five months that shows six or less in each. The reader knows the rule and sees every month.
  it('nobody can compute a hidden count of one or two: another count would have led to the same figures', () => {
    const byFigures = new Map<string, (readonly number[])[]>();
    for (const { counts, released } of coursesUpTo(5, 6)) {
      const figures = released.join();
      byFigures.set(figures, [...(byFigures.get(figures) ?? []), counts]);
    }
    const told = [...byFigures.values()].flatMap((alike) =>
      [0, 1, 2, 3, 4].filter((month) => {
        const possible = new Set(alike.map((counts) => counts[month]));
        return possible.size === 1 && (possible.has(1) || possible.has(2));
      }),
    );
    expect(told).toEqual([]);
    expect(byFigures.size).toBeGreaterThan(500);
  });

  it('nobody can compute what was hidden in several months together either', () => {
    const sums = new Map<string, Set<number>>();
    for (const { counts, released } of coursesUpTo(4, 6)) {
      for (const [from, to] of STRETCHES) {
        const known = JSON.stringify([released, from, to]);
        const sum = counts.slice(from, to).reduce((all, count) => all + count, 0);
        sums.set(known, (sums.get(known) ?? new Set()).add(sum));
      }
    }
    const told = [...sums].filter(([, possible]) => possible.size === 1 && (possible.has(1) || possible.has(2)));
    expect(told).toEqual([]);
  });
});

const STRETCHES = [0, 1, 2, 3].flatMap((from) =>
  [1, 2, 3, 4].flatMap((to) => (from < to ? [[from, to] as const] : [])),
);

function cell(month: string, count: number): Tallied {
  return { month, kind: 'topic', key: 'photos-consent', count };
}

/** What is shown of each month. */
function releasedOf(counts: readonly number[]): readonly number[] {
  const months = counts.map((_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
  const given = counts.flatMap((count, month) => (count > 0 ? [cell(months[month] ?? '', count)] : []));
  const released = releaseCounts(given);
  if (released.some(({ count }) => count < FEWEST)) throw new Error('A count below three is shown.');
  return months.map((month) => released.find((one) => one.month === month)?.count ?? 0);
}

/** Every course of so many months that shows no figure above `most`; whatever else could show the same is among them. */
function coursesUpTo(months: number, most: number) {
  return courses(months, most)
    .map((counts) => ({ counts, released: releasedOf(counts) }))
    .filter(({ released }) => Math.max(...released) <= most);
}

function courses(months: number, most: number): readonly (readonly number[])[] {
  if (months === 0) return [[]];
  const numbers = Array.from({ length: most + 1 }, (_, number) => number);
  return courses(months - 1, most).flatMap((course) => numbers.map((number) => [...course, number]));
}
