import type { Tallied } from './tally';

/** The same with one count for each month, kind and key, in the order of their names: what two writers do in one order cannot block them. */
export function sumTallies<Kind extends string>(tallied: readonly Tallied<Kind>[]): readonly Tallied<Kind>[] {
  const sums = new Map<string, Tallied<Kind>>();
  for (const one of tallied) {
    const cell = JSON.stringify([one.month, one.kind, one.key]);
    sums.set(cell, { ...one, count: one.count + (sums.get(cell)?.count ?? 0) });
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
