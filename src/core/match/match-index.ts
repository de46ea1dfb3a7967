import { indexTerms, type TermIndex } from './bm25f';
import { type Exemplars, indexExemplars } from './exemplars';
import { type Features, termsOf } from './features';
import type { Lexicon } from './lexicon';
import { readText } from './read-text';
import { indexWords, type WordIndex } from './spelling';

/** Something that a text may be about: ways of saying it, and, for a passage, its heading and words. */
export type MatchClass = { readonly ways: readonly string[]; readonly heading: string; readonly body: string };

/** Everything that ranking looks things up in, made once from the classes. */
export type MatchIndex = {
  readonly terms: TermIndex;
  readonly exemplars: Exemplars;
  /** The texts of all classes, by their numbers among the exemplars. */
  readonly texts: TextList;
  /** The words that the classes use, to which misspelt ones are mended. */
  readonly words: WordIndex;
};

/** Texts of which few are ever wanted: a list of them, or what can read them one by one. */
export type TextList = Pick<readonly string[], 'at' | 'length'>;

/** How much a term counts in the ways of asking, the heading and the words of a passage. */
const FIELD_WEIGHTS = { ways: 0.6, heading: 1, body: 1 };

/** Indexes classes. The same classes give the same index. */
export function buildIndex(classes: readonly MatchClass[], lexicon: Lexicon): MatchIndex {
  const vocabulary: string[] = [];
  const termsIn = (text: string): Features => {
    const reading = readText(text, lexicon);
    vocabulary.push(...reading.words);
    return termsOf(reading);
  };
  const documents = classes.map(({ ways, heading, body }) => ({
    ways: ways.map(termsIn),
    heading: termsIn(heading),
    body: termsIn(body),
  }));
  const terms = indexTerms(
    documents.map((document) => ({ ...document, ways: added(document.ways) })),
    FIELD_WEIGHTS,
  );
  return {
    terms,
    exemplars: indexExemplars(
      documents.map(({ ways, body }) => (body.size > 0 ? [...ways, body] : ways)),
      terms,
    ),
    texts: classes.flatMap(textsOf),
    words: indexWords(vocabulary),
  };
}

/** The texts that stand for a class, in the order of its exemplars. */
export function textsOf({ ways, body }: MatchClass): readonly string[] {
  return body ? [...ways, body] : ways;
}

function added(all: readonly Features[]): Features {
  const sum = new Map<number, number>();
  for (const terms of all) for (const [term, count] of terms) sum.set(term, (sum.get(term) ?? 0) + count);
  return sum;
}
