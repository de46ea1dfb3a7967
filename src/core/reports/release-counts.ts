import { sumTallies } from './sum-tallies';
import type { Tallied } from './tally';

/** In a council of seven a count of one or two can tell who somebody is (domain notes, 6.5). */
export const FEWEST = 3;

/**
 * What may be shown of counts. A count under three is carried over to the next month of the same year, until there is enough; what is left
 * at the end of the year is never shown. Every report, whatever its period, adds up these and nothing else. So no report taken
 * from another one gives a count that is hidden: whatever stands here could have come about with none in a month, or one, or two.
 */
export function releaseCounts<Kind extends string>(tallied: readonly Tallied<Kind>[]): readonly Tallied<Kind>[] {
  const carried = new Map<string, number>();
  return sumTallies(tallied).flatMap((one) => {
    const cell = JSON.stringify([one.month.slice(0, 4), one.kind, one.key]);
    const count = one.count + (carried.get(cell) ?? 0);
    carried.set(cell, count < FEWEST ? count : 0);
    return count < FEWEST ? [] : [{ ...one, count }];
  });
}
