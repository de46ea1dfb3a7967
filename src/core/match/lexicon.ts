import { hash } from './hash';
import { type NumberList, type NumberRows, numberList, numberRows } from './number-list';
import { placeOf } from './place-of';
import { stem, words } from './tokens';

/** What a word list stands for: the concepts of its words and phrases, in reading order. */
export type Lexicon = (words: readonly string[]) => readonly string[];

/** No word has a concept. */
export const NO_LEXICON: Lexicon = () => [];

/** Dialect and domain words by concept: `{ children: ["bairns", "kids"] }`. */
export type Concepts = { readonly [concept: string]: readonly string[] };

/** What words are looked up in, made once from the concepts. Words and phrases are known by the hash of their stems. */
export type LexiconIndex = {
  readonly names: readonly string[];
  /** The words and phrases, by rising hash, and the numbers of the concepts of each. */
  readonly entries: Uint32Array;
  readonly concepts: NumberRows;
  /** The words with which phrases begin, by rising hash, and how many words the longest phrase of each has. */
  readonly openings: Uint32Array;
  readonly lengths: NumberList;
};

const SEED = 0x811c9dc5;
const MOST_WORDS = 0xff;
/** Nothing in such an entry needs normalising, which takes time for thousands of entries. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/u;

/**
 * People who say the same thing in other words meet in the concept. Entries are compared by their stems and may be phrases; the longest
 * phrase at a place counts.
 */
export function createLexicon(concepts: Concepts): Lexicon {
  return lexiconOf(indexLexicon(concepts));
}

/** The same from an index that has been made. */
export function lexiconOf(index: LexiconIndex): Lexicon {
  return (found) => {
    const stems = found.map(stem);
    const concepts: string[] = [];
    for (let at = 0; at < stems.length; ) {
      const { entry, length } = longestFrom(index, stems, at);
      concepts.push(...conceptsOf(entry, index));
      at += length;
    }
    return concepts;
  };
}

/** Makes the index. The same concepts give the same index. */
export function indexLexicon(concepts: Concepts): LexiconIndex {
  const found = new Map<number, number[]>();
  const longest = new Map<number, number>();
  const names = Object.keys(concepts);
  for (const [number, name] of names.entries())
    for (const text of [name, ...(concepts[name] ?? [])]) {
      const stems = (PLAIN.test(text) ? text.split(' ') : words(text)).map(stem).slice(0, MOST_WORDS);
      const [first] = stems;
      if (first === undefined) continue;
      const entry = keyOf(stems);
      const known = found.get(entry) ?? [];
      if (!known.includes(number)) found.set(entry, [...known, number]);
      const opening = keyOf([first]);
      if (stems.length > (longest.get(opening) ?? 1)) longest.set(opening, stems.length);
    }
  const entries = Uint32Array.from(found.keys()).sort();
  const openings = Uint32Array.from(longest.keys()).sort();
  const lengths = numberList(openings.length, MOST_WORDS + 1);
  lengths.set(Array.from(openings, (opening) => longest.get(opening) ?? 0));
  return {
    names,
    entries,
    concepts: numberRows(
      Array.from(entries, (entry) => found.get(entry) ?? []),
      names.length,
    ),
    openings,
    lengths,
  };
}

/** The place of the longest entry that begins with a word, and how many words it has; -1 and one word where there is none. */
function longestFrom({ entries, openings, lengths }: LexiconIndex, stems: readonly string[], from: number) {
  const first = hash(stems[from] ?? '', SEED);
  for (let length = Math.min(lengths[placeOf(first, openings)] ?? 1, stems.length - from); length > 1; length--) {
    const entry = placeOf(keyOf(stems.slice(from, from + length)), entries);
    if (entry >= 0) return { entry, length };
  }
  return { entry: placeOf(first, entries), length: 1 };
}

function keyOf(stems: readonly string[]): number {
  return hash(stems.join(' '), SEED);
}

function conceptsOf(entry: number, { names, concepts: { starts, numbers } }: LexiconIndex): readonly string[] {
  if (entry < 0) return [];
  return Array.from(numbers.subarray(starts[entry], starts[entry + 1]), (number) => names[number] ?? '');
}
