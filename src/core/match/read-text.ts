import type { Lexicon } from './lexicon';
import { stem, words } from './tokens';

/** A text as matching sees it: its words and their stems side by side, and the concepts that its words stand for. */
export type Reading = {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly concepts: readonly string[];
};

/** Cuts a text into words; `mend` puts known words in the place of misspelt ones. */
export function readText(text: string, lexicon: Lexicon, mend?: (word: string) => string): Reading {
  return readWords(mend ? words(text).map(mend) : words(text), lexicon);
}

/** The same for a text that has been cut into words already. */
export function readWords(found: readonly string[], lexicon: Lexicon): Reading {
  return { words: found, stems: found.map(stem), concepts: lexicon(found) };
}
