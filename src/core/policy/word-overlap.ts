import { terms } from '../match/tokens';

/** The subject words of a text, each once. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(terms(text));
}

/** How alike two sets of words are, from 0 (nothing shared) to 1 (the same): Dice's coefficient. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);
}

/** The share of the smaller set's words that the larger one has too, from 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : shared(a, b) / smaller;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const word of small) if (large.has(word)) count++;
  return count;
}
