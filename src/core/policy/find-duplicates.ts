import { words } from '../match/tokens';
import { blockSentences } from './block-sentences';
import type { Block, Duplicate } from './document';

/** Share of a sentence's words that must stand in the other one: "almost wholly". */
const CONTAINED = 0.9;
/** Shorter sentences are alike by chance. */
const FEWEST_WORDS = 7;
/** A word that stands in more sentences than this says too little to look further, and would make long documents slow. */
const MOST_SENTENCES = 30;

type Said = { readonly words: ReadonlySet<string>; readonly line: number; readonly at: number };

/** Paragraphs and clauses all of whose sentences are said elsewhere, in the same words or in more. Of two equal ones, the later is the duplicate. */
export function findDuplicates(source: string, blocks: readonly Block[]): readonly Duplicate[] {
  const sentences = blocks.map((block, at) =>
    blockSentences(source, block).map(
      ({ start, end, line }): Said => ({ words: new Set(words(source.slice(start, end))), line, at }),
    ),
  );
  const index = indexByWord(sentences.flat());
  return blocks.flatMap((block, at) => {
    if (block.parts.some(({ kind }) => kind === 'item')) return [];
    const originals = sentences[at]?.map((sentence) => originalOf(sentence, index)) ?? [];
    const first = originals[0];
    return first && originals.every((original) => original) ? [{ line: block.line, of: first.line }] : [];
  });
}

function indexByWord(sentences: readonly Said[]): ReadonlyMap<string, readonly Said[]> {
  const index = new Map<string, Said[]>();
  for (const sentence of sentences)
    for (const word of sentence.words) {
      const holders = index.get(word);
      if (!holders) index.set(word, [sentence]);
      else if (holders.length <= MOST_SENTENCES) holders.push(sentence);
    }
  return index;
}

/** A sentence may lack a tenth of the words, so one of its rarest tenth, plus one, stands in the original. */
function originalOf(sentence: Said, index: ReadonlyMap<string, readonly Said[]>): Said | undefined {
  if (sentence.words.size < FEWEST_WORDS) return undefined;
  const rarest = [...sentence.words]
    .map((word) => index.get(word) ?? [])
    .sort((a, b) => a.length - b.length)
    .slice(0, Math.floor(sentence.words.size * (1 - CONTAINED)) + 2);
  return [...new Set(rarest.flat())].find((other) => holds(other, sentence));
}

function holds(other: Said, sentence: Said): boolean {
  if (other.at === sentence.at || other.words.size < sentence.words.size) return false;
  if (other.words.size === sentence.words.size && other.at > sentence.at) return false;
  const shared = [...sentence.words].filter((word) => other.words.has(word)).length;
  return shared >= sentence.words.size * CONTAINED;
}
