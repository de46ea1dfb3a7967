import { rarityOfTerm } from '../match/bm25f';
import type { Matching } from '../match/create-matching';
import { hashOf } from '../match/features';
import { type LetterGroups, letterGroups } from '../match/letters';
import { GRAMMAR_WORDS, STOP_WORDS, stem, words } from '../match/tokens';

/** A subject word: its stem, what it can mean, and what it is worth: the rarer the more. */
type SubjectWord = { readonly stem: string; readonly concepts: readonly string[]; readonly worth: number };

/** A text as it is compared with a saved answer. */
export type GuidanceReading = {
  readonly subjects: readonly SubjectWord[];
  readonly stems: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  /** The question words in it, such as "who". */
  readonly asks: ReadonlySet<string>;
  readonly letters: LetterGroups;
  /** What it may be about: the square roots of the shares of all that the knowledge tells apart. */
  readonly about: Float64Array;
};

/** What guidance is compared with the help of: the language that matching knows. */
export type GuidanceLanguage = Pick<Matching, 'lexicon' | 'index' | 'spell' | 'subjects'>;

export type GuidanceReader = (text: string) => GuidanceReading;

/** What asks for something else than yes or no, and the short forms that people type. */
const ASKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    who: 'who',
    whos: 'who',
    whose: 'who',
    when: 'when',
    whens: 'when',
    where: 'where',
    wheres: 'where',
    how: 'how',
    hows: 'how',
    why: 'why',
  }),
);

/** Gives the function that reads a question or a way of asking. */
export function createGuidanceReader({ lexicon, index, spell, subjects }: GuidanceLanguage): GuidanceReader {
  return (text) => {
    const found = words(text).map(spell);
    return {
      subjects: found
        .filter((word) => !GRAMMAR_WORDS.has(word) && !STOP_WORDS.has(word))
        .map((word) => ({
          stem: stem(word),
          concepts: lexicon([word]),
          worth: rarityOfTerm(hashOf(stem(word)), index.terms),
        })),
      stems: new Set(found.map(stem)),
      concepts: new Set(lexicon(found)),
      asks: new Set(found.flatMap((word) => ASKS.get(word) ?? [])),
      letters: letterGroups(found.join(' ')),
      about: subjects(found).map(Math.sqrt),
    };
  };
}
