import Fuse from 'fuse.js';
import { STOP_WORDS, stem, words } from './tokens';

/** Looser than this, fuse.js takes any two words for the same. */
const THRESHOLD = 0.2;
/** So many different words of a question are looked for: more would take a long message most of its time, and hardly change its rank. */
const MOST_WORDS = 24;

/**
 * How well short texts of a few candidates fit a question, by fuse.js's token search: the best text of each candidate counts, from 0
 * for none to 1 for all words. fuse.js looks at every letter of every text, so it is only asked about a handful of likely candidates.
 */
export function rerank(question: readonly string[], candidates: readonly (readonly string[])[]): readonly number[] {
  // Stems on both sides: a stem such as "polici" stands in no text.
  const texts = candidates.flatMap((list, owner) =>
    list.map((text) => ({ owner, text: subjectStems(text).join(' ') })),
  );
  const fuse = new Fuse(texts, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    threshold: THRESHOLD,
    useTokenSearch: true,
    tokenize: (text) => text.split(' '),
  });
  const best = candidates.map(() => 0);
  const wanted = [...new Set(subjectStems(question.join(' ')))].slice(0, MOST_WORDS);
  for (const { item, score = 1 } of fuse.search(wanted.join(' ')))
    best[item.owner] = Math.max(best[item.owner] ?? 0, 1 - score);
  return best;
}

function subjectStems(text: string): readonly string[] {
  const all = words(text);
  const subjects = all.filter((word) => !STOP_WORDS.has(word));
  return (subjects.length > 0 ? subjects : all).map(stem);
}
