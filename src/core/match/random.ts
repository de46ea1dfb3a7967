/** Puts a list in another order, in place. */
export function shuffle<Item>(list: Item[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [kept, taken] = [list[last], list[other]];
    if (kept === undefined || taken === undefined) continue;
    list[last] = taken;
    list[other] = kept;
  }
}

/** Numbers from 0 up to 1 by Marsaglia's xorshift with 32 bits: the same numbers on every machine, so that training is repeatable. */
export function createRandom(): () => number {
  let state = 2463534242;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
