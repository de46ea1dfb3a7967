import { stem, words } from './tokens';

/** What a word list stands for: the concepts of its words and phrases, in reading order. */
export type Lexicon = (words: readonly string[]) => readonly string[];

/** No word has a concept. */
export const NO_LEXICON: Lexicon = () => [];

/** Nothing in such an entry needs normalising, which takes time for thousands of entries. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/u;

/** Most nodes end an entry: only those that do not have a map of what may follow. */
type Node = { next?: Map<string, Node>; readonly concepts: string[] };

/**
 * Dialect and domain words by concept: `{ children: ["bairns", "kids"] }`. People who say the same thing in other words meet in the
 * concept. Entries are compared by their stems and may be phrases; the longest phrase at a place counts.
 */
export function createLexicon(concepts: { readonly [concept: string]: readonly string[] }): Lexicon {
  const root: Node = { concepts: [] };
  for (const [concept, entries] of Object.entries(concepts))
    for (const entry of [concept, ...entries]) {
      const end = (PLAIN.test(entry) ? entry.split(' ') : words(entry)).map(stem).reduce(follow, root);
      if (end !== root && !end.concepts.includes(concept)) end.concepts.push(concept);
    }
  return (found) => {
    const stems = found.map(stem);
    const concept: string[] = [];
    for (let at = 0; at < stems.length; ) {
      const hit = longestFrom(root, stems, at);
      concept.push(...hit.concepts);
      at += Math.max(1, hit.length);
    }
    return concept;
  };
}

function follow(node: Node, word: string): Node {
  node.next ??= new Map();
  const found = node.next.get(word) ?? { concepts: [] };
  node.next.set(word, found);
  return found;
}

function longestFrom(root: Node, stems: readonly string[], from: number) {
  let best: { readonly length: number; readonly concepts: readonly string[] } = { length: 0, concepts: [] };
  let node: Node | undefined = root;
  for (let at = from; node && at < stems.length; at++) {
    node = node.next?.get(stems[at] ?? '');
    if (node && node.concepts.length > 0) best = { length: at + 1 - from, concepts: node.concepts };
  }
  return best;
}
