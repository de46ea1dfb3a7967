import { likeness } from './word-overlap';

/** From this likeness on, "Prioritising what…" and "Prioritise what…" are the same heading. */
const SAME_HEADING = 0.6;

type Words = ReadonlySet<string>;

/** The likeness of two headings, or 0 when they are not the same heading in other words. */
export function sameHeading(a: Words, b: Words): number {
  const alike = likeness(a, b);
  return alike >= SAME_HEADING ? alike : 0;
}

/**
 * Pairs the entries of a contents list with later lines, in order, so that the sum of their likeness is greatest.
 * Gives the number of the later line for each number of a paired entry. Time and memory grow with entries × lines.
 */
export function alignEntries(entries: readonly Words[], later: readonly Words[]): ReadonlyMap<number, number> {
  const table = scoreTable(entries, later);
  const pairs = new Map<number, number>();
  let column = later.length;
  for (let row = entries.length; row > 0; row--) {
    const scores = table[row];
    while (column > 0 && scores?.[column] === scores?.[column - 1]) column--;
    if (column === 0 || scores?.[column] === table[row - 1]?.[column]) continue;
    column--;
    pairs.set(row - 1, column);
  }
  return pairs;
}

/** Row r, column c: the greatest sum for the first r entries and the first c lines. */
function scoreTable(entries: readonly Words[], later: readonly Words[]): readonly Float64Array[] {
  let above = new Float64Array(later.length + 1);
  const table = [above];
  for (const entry of entries) {
    const scores = new Float64Array(later.length + 1);
    for (const [column, words] of later.entries())
      scores[column + 1] = Math.max(
        above[column + 1] ?? 0,
        scores[column] ?? 0,
        (above[column] ?? 0) + sameHeading(entry, words),
      );
    table.push(scores);
    above = scores;
  }
  return table;
}
