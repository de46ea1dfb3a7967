import type { Lexicon } from './lexicon';
import { stem, words } from './tokens';

/** A text as matching sees it: its words and their stems side by side, and the concepts that its words stand for. */
export type Reading = {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly concepts: readonly string[];
};

/** Reads a text as it is typed. */
export function readText(text: string, lexicon: Lexicon): Reading {
  return readWords(words(text), lexicon);
}

/** Reads a text that has been cut into words. */
export function readWords(found: readonly string[], lexicon: Lexicon): Reading {
  return { words: found, stems: found.map(stem), concepts: lexicon(found) };
}
