/** Where a number stands in a rising list, or -1; needs no table in memory beside the list, so that an index is ready as soon as it is read. */
export function placeOf(wanted: number, rising: Uint32Array): number {
  let low = 0;
  let high = rising.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = rising[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
