import Fuse from 'fuse.js';
import { eachInSteps, type Steps } from '../steps';
import { type NumberRows, numberRows } from './number-list';

/** A word -> the known word that was most likely meant; a known word and one that resembles nothing stay as they are. */
export type Speller = (word: string) => string;

/** Shorter words are left alone: too many are one letter away from another. */
const SHORTEST_WORD = 4;
/** Longer ones are no words; comparing them letter by letter would take a tenth of a second. */
const LONGEST_WORD = 40;
/** How many known words fuse.js looks at for one unknown word; keeps it well below a millisecond (`matching` 3). */
const CANDIDATES = 30;
/** Least likeness by edit distance for a correction; below it the word is more likely a name. */
const LIKENESS = 0.7;
/** Letters are told apart up to this many: all of English, while a few rare ones fall together, which only adds candidates. */
const LETTERS = 128;
const MOST_COUNTED = 0xffff;
/** A word counts as used more than another when it is used four times as often, in doublings. */
const MAGNITUDE = 2;
const SPACE = 32;
/** So many words are mended in one step: an unknown one takes up to a millisecond. */
const WORDS_IN_STEP = 4;

/** What misspelt words are looked up in, made once from the vocabulary. */
export type WordIndex = {
  /** The words that others may be mended to, in alphabetical order, with a space between. */
  readonly known: string;
  /** How often each of them is used. */
  readonly counts: Uint16Array;
  /** The numbers of the words that have a pair of letters, by the number of the pair. */
  readonly holders: NumberRows;
};

/**
 * Corrects words that are not in the vocabulary. Known words that share pairs of letters are preselected, fuse.js ranks them,
 * and Damerau-Levenshtein distance has the last word. A word that resembles nothing is kept.
 */
export function createSpeller(vocabulary: Iterable<string>): Speller {
  return spellerOf(indexWords(vocabulary));
}

/** The same from an index that has been made. */
export function spellerOf({ known: joined, counts, holders }: WordIndex): Speller {
  const known = joined.split(' ');
  const all = new Map(known.map((word, number) => [word, counts[number] ?? 0]));
  const corrections = new Map<string, string>();
  return (word) => {
    if (!canBeMended(word) || all.has(word)) return word;
    const found = corrections.get(word) ?? meant(word, likely(word, known, holders), all) ?? word;
    if (corrections.size > 5_000) corrections.clear();
    corrections.set(word, found);
    return found;
  };
}

/** Puts known words in the place of misspelt ones. */
export function mend(words: readonly string[], spell: Speller): Steps<readonly string[]> {
  return eachInSteps(words, WORDS_IN_STEP, spell);
}

/** Makes the index from words as often as they are used. The same words give the same index. */
export function indexWords(vocabulary: Iterable<string>): WordIndex {
  const counts = new Map<string, number>();
  for (const word of vocabulary) if (canBeMended(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = [...counts.keys()].sort();
  return {
    known: known.join(' '),
    counts: Uint16Array.from(known, (word) => Math.min(counts.get(word) ?? 0, MOST_COUNTED)),
    holders: indexPairs(known),
  };
}

function canBeMended(word: string): boolean {
  return word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD && !/\d/u.test(word);
}

/** The known words of about the same length that share most pairs of letters with a word; among equals, the first in the alphabet. */
function likely(word: string, known: readonly string[], { starts, numbers }: NumberRows): readonly string[] {
  const shared = new Uint8Array(known.length);
  const byCount: number[][] = Array.from({ length: LONGEST_WORD + 2 }, () => []);
  const furthest = Math.floor(word.length * (1 / LIKENESS - 1));
  const pairs = new Set<number>();
  forEachPair(word, (pair) => pairs.add(pair));
  for (const pair of pairs)
    for (let place = starts[pair] ?? 0; place < (starts[pair + 1] ?? 0); place++) {
      const number = numbers[place] ?? 0;
      shared[number] = (shared[number] ?? 0) + 1;
    }
  shared.forEach((count, number) => {
    if (count > 0 && Math.abs((known[number]?.length ?? 0) - word.length) <= furthest) byCount[count]?.push(number);
  });
  return byCount
    .toReversed()
    .flat()
    .slice(0, CANDIDATES)
    .map((number) => known[number] ?? '');
}

/** The most alike; among equals one with the same letters, since letters are swapped more often than mistaken, and then the most used. */
function meant(word: string, candidates: readonly string[], counts: ReadonlyMap<string, number>): string | undefined {
  const ranked = new Fuse(candidates, { threshold: 0.5, ignoreLocation: true, includeScore: true }).search(word);
  const scored = ranked.map(({ item }) => ({
    item,
    likeness: 1 - distance(word, item) / Math.max(word.length, item.length),
    swapped: Number(lettersOf(item) === lettersOf(word)),
    used: Math.floor(Math.log2(counts.get(item) ?? 1) / MAGNITUDE),
  }));
  scored.sort((a, b) => b.likeness - a.likeness || b.swapped - a.swapped || b.used - a.used);
  const [best] = scored;
  return best && best.likeness >= LIKENESS ? best.item : undefined;
}

function lettersOf(word: string): string {
  return [...word].sort().join('');
}

function indexPairs(known: readonly string[]): NumberRows {
  const rows: number[][] = Array.from({ length: LETTERS * LETTERS }, () => []);
  known.forEach((word, number) => {
    forEachPair(word, (pair) => rows[pair]?.push(number));
  });
  return numberRows(rows, known.length);
}

/** Pairs of neighbouring letters, with a space before and behind the word, each as a number. */
function forEachPair(word: string, use: (pair: number) => void): void {
  let last = SPACE;
  for (let at = 0; at <= word.length; at++) {
    const letter = at < word.length ? word.charCodeAt(at) % LETTERS : SPACE;
    use(last * LETTERS + letter);
    last = letter;
  }
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
