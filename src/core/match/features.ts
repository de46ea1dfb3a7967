import { hash, step } from './hash';
import type { Reading } from './read-text';
import { GRAMMAR_WORDS, STOP_WORDS } from './tokens';

/** What a text is compared by: features, each known by a 32-bit hash of its name, with how strongly it is present. */
export type Features = ReadonlyMap<number, number>;

/** Where the hash of each kind of feature begins, so that a word and a pair of the same letters differ. */
const SEED = { word: 0x811c9dc5, pair: 0x2f0b4c47, letters: 0x5bd1e995, concept: 0x1b873593 };

/**
 * Words that carry grammar count half of subject words, pairs of words half of one, letter groups a quarter, concepts the whole.
 * Doubling one of them moved the first place by less than two points on 480 labelled questions.
 */
const STOP_WORD_WEIGHT = 0.5;
const PAIR_WEIGHT = 0.5;
const LETTERS_WEIGHT = 0.25;
const CONCEPT_WEIGHT = 1;
const SHORTEST_LETTERS = 2;
const LONGEST_LETTERS = 4;

/** In term ranking a pair of words counts three tenths of a word: +7 points in first place on questions about rules in long passages (OR-ShARC). */
const TERM_PAIR_WEIGHT = 0.3;
const TERM_CONCEPT_WEIGHT = 0.5;

/**
 * Stems, pairs of neighbouring stems, concepts, and groups of two to four letters inside words. The letter groups make a misspelt
 * or inflected word resemble the right one; the pairs tell "who can see" from "can see who".
 */
export function featuresOf(reading: Reading): Features {
  const features = new Map(wordFeatures(reading));
  for (const word of reading.words) addLetters(features, ` ${word} `);
  return features;
}

/** The same without the letter groups. */
export function wordFeatures({ words, stems, concepts }: Reading): Features {
  const features = new Map<number, number>();
  words.forEach((word, at) => {
    const root = stems[at] ?? word;
    add(features, hash(root, SEED.word), STOP_WORDS.has(word) ? STOP_WORD_WEIGHT : 1);
    const next = stems[at + 1];
    if (next !== undefined) add(features, pairOf(root, next), PAIR_WEIGHT);
  });
  for (const concept of concepts) add(features, hash(concept, SEED.concept), CONCEPT_WEIGHT);
  return features;
}

/** The terms for term ranking: stems without the grammar between them, their pairs, and concepts. Only grammar is kept when there is nothing else. */
export function termsOf({ words, stems, concepts }: Reading): Features {
  const terms = new Map<number, number>();
  const subjects = stems.filter((_, at) => !GRAMMAR_WORDS.has(words[at] ?? ''));
  const kept = subjects.length > 0 ? subjects : stems;
  kept.forEach((root, at) => {
    add(terms, hash(root, SEED.word), 1);
    const next = kept[at + 1];
    if (next !== undefined) add(terms, pairOf(root, next), TERM_PAIR_WEIGHT);
  });
  for (const concept of concepts) add(terms, hash(concept, SEED.concept), TERM_CONCEPT_WEIGHT);
  return terms;
}

function addLetters(features: Map<number, number>, padded: string): void {
  for (let from = 0; from < padded.length; from++) {
    let value = SEED.letters;
    const most = Math.min(padded.length, from + LONGEST_LETTERS);
    for (let to = from; to < most; to++) {
      value = step(value, padded.charCodeAt(to));
      if (to - from + 1 >= SHORTEST_LETTERS) add(features, value >>> 0, LETTERS_WEIGHT);
    }
  }
}

function add(features: Map<number, number>, feature: number, weight: number): void {
  features.set(feature, (features.get(feature) ?? 0) + weight);
}

function pairOf(first: string, second: string): number {
  return hash(second, step(hash(first, SEED.pair), 32));
}

/** The hash of the name of a feature. */
export function hashOf(name: string): number {
  return hash(name, SEED.word);
}
