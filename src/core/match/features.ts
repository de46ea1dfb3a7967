import { STOP_WORDS, stem, words } from './tokens';

/** What a text is compared by: named features with how strongly each is present. */
export type Features = ReadonlyMap<string, number>;

/** Grammar words carry half the weight of subject words, pairs of words half of one, letter groups a third. Doubling one of them moved the first place by less than two points on 480 labelled questions. */
const GRAMMAR_WEIGHT = 0.5;
const PAIR_WEIGHT = 0.5;
const LETTERS_WEIGHT = 0.35;
const SHORTEST_LETTERS = 3;
const LONGEST_LETTERS = 5;

/**
 * Stems, pairs of neighbouring stems, and groups of three to five letters inside words. The letter groups make a misspelt or
 * inflected word resemble the right one; the pairs tell "who can see" from "can see who".
 */
export function featuresOf(text: string): Features {
  const features = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    features.set(name, (features.get(name) ?? 0) + weight);
  };
  const all = words(text);
  const stems = all.map(stem);
  all.forEach((word, index) => {
    const root = stems[index];
    const next = stems[index + 1];
    add(`w:${root}`, STOP_WORDS.has(word) ? GRAMMAR_WEIGHT : 1);
    if (next !== undefined) add(`p:${root} ${next}`, PAIR_WEIGHT);
    const padded = ` ${word} `;
    for (let size = SHORTEST_LETTERS; size <= LONGEST_LETTERS; size++)
      for (let at = 0; at + size <= padded.length; at++) add(`l:${padded.slice(at, at + size)}`, LETTERS_WEIGHT);
  });
  return features;
}
