import Fuse from 'fuse.js';
import { words } from './tokens';

/** A text -> the same text with unknown words replaced by the known word that was most likely meant. */
export type Speller = (text: string) => string;

/** Shorter words are left alone: too many are one letter away from another. */
const SHORTEST_WORD = 4;
/** Longer ones are no words; comparing them letter by letter would take a tenth of a second. */
const LONGEST_WORD = 40;
/** How many known words fuse.js looks at for one unknown word; keeps it well below a millisecond (`matching` 3). */
const CANDIDATES = 60;
/** Least likeness by edit distance for a correction; below it the word is more likely a name. */
const LIKENESS = 0.7;

/**
 * Corrects words that are not in the vocabulary. Known words that share pairs of letters are preselected, fuse.js ranks them,
 * and Damerau-Levenshtein distance has the last word. A word that resembles nothing is kept.
 */
export function createSpeller(vocabulary: ReadonlySet<string>): Speller {
  const known = new Set<string>();
  for (const word of vocabulary) if (word.length >= SHORTEST_WORD && !/\d/u.test(word)) known.add(word);
  const holders = new Map<string, string[]>();
  for (const word of known)
    for (const pair of pairsOf(word)) {
      const row = holders.get(pair) ?? [];
      holders.set(pair, row);
      row.push(word);
    }
  const corrections = new Map<string, string>();
  const correct = (word: string): string => {
    if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD) return word;
    if (vocabulary.has(word) || /\d/u.test(word)) return word;
    const found = corrections.get(word) ?? meant(word, holders) ?? word;
    if (corrections.size > 5_000) corrections.clear();
    corrections.set(word, found);
    return found;
  };
  return (text) => words(text).map(correct).join(' ');
}

function meant(word: string, holders: ReadonlyMap<string, readonly string[]>): string | undefined {
  const shared = new Map<string, number>();
  for (const pair of pairsOf(word))
    for (const candidate of holders.get(pair) ?? []) shared.set(candidate, (shared.get(candidate) ?? 0) + 1);
  const likely = [...shared]
    .sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || a[0].localeCompare(b[0]))
    .slice(0, CANDIDATES)
    .map(([candidate]) => candidate);
  const ranked = new Fuse(likely, { threshold: 0.5, ignoreLocation: true, includeScore: true }).search(word);
  const scored = ranked.map(({ item }) => ({
    item,
    likeness: 1 - distance(word, item) / Math.max(word.length, item.length),
  }));
  scored.sort((a, b) => b.likeness - a.likeness);
  const [best] = scored;
  return best && best.likeness >= LIKENESS ? best.item : undefined;
}

function pairsOf(word: string): readonly string[] {
  const padded = ` ${word} `;
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
}

/** Damerau-Levenshtein distance, neighbouring letters swapped count one. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
