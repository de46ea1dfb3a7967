/** FNV-1a over UTF-16 units. Hashes of different kinds of names begin with different seeds, so that the same letters differ. */
export function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = step(value, text.charCodeAt(at));
  return value >>> 0;
}

/** Goes on by one unit. */
export function step(value: number, unit: number): number {
  return Math.imul(value ^ unit, 16777619);
}
