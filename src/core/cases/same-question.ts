import type { Lexicon } from '../match/lexicon';
import { STOP_WORDS, stem, words } from '../match/tokens';

/** Two questions with this part of their meanings in common, of all that either has, are taken for one. High, because a wrong answer is worse than a second card. */
const SHARED = 0.75;
/** Fewer meanings say too little to tell two questions apart. */
const LEAST = 3;

/** Words that turn a question round; both must have the same. */
const TURNS: ReadonlySet<string> = new Set('no not never without before after until unless dont cant'.split(' '));

export type SameQuestion = (one: string, other: string) => boolean;

/** Whether two questions ask the same, by their stems and the meanings that the lexicon knows. */
export function createSameQuestion(lexicon: Lexicon): SameQuestion {
  return (one, other) => {
    const [first, second] = [meaningOf(one, lexicon), meaningOf(other, lexicon)];
    if (first.strict !== second.strict || first.meanings.size < LEAST) return false;
    const shared = [...first.meanings].filter((meaning) => second.meanings.has(meaning)).length;
    return shared >= SHARED * (first.meanings.size + second.meanings.size - shared);
  };
}

function meaningOf(text: string, lexicon: Lexicon) {
  const all = words(text);
  const kept = all.filter((word) => !STOP_WORDS.has(word) && !TURNS.has(word));
  // Figures and words that turn a question round must be the same to the letter.
  const strict = all.filter((word) => /\d/u.test(word) || TURNS.has(word)).join(' ');
  return { strict, meanings: new Set(kept.map((word) => lexicon([word])[0] ?? stem(word))) };
}
