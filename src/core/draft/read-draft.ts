import {
  findPhrase,
  type Phrase,
  type PhraseHit,
  type Places,
  type Token,
  tokenise,
  type WordPlaces,
  wordPlaces,
} from '../phrases';
import type { DraftLocal } from './draft-local';
import { ENTITY_NAMES, findEntities } from './entities';
import { type FoldedText, foldText } from './fold-text';
import { nameLocal } from './name-local';
import { revealDisguises } from './reveal-disguises';

/** A draft as the rules see it. Offsets of tokens count in the folded text; `sentence[i]` is the number of the sentence that holds token `i`. */
export type ReadDraft = {
  readonly folded: FoldedText;
  readonly tokens: readonly Token[];
  readonly places: Places;
  readonly words: WordPlaces;
  readonly sentence: readonly number[];
};

/** A named group of phrases; it may use the groups before it. */
export type PhraseGroup = { readonly name: string; readonly phrases: readonly Phrase[] };

export type DraftReader = {
  readonly groups: readonly PhraseGroup[];
  readonly disguised: readonly string[];
  readonly local: DraftLocal;
};

/** Full stops after these do not end a sentence. */
const SHORT_FORMS: ReadonlySet<string> = new Set(
  'mr mrs ms dr st rev cllr cllrs coun approx tel mob etc eg ie rd ave ln pte sgt'.split(' '),
);

/** Full stops after these do not end a sentence where a figure follows. */
const SHORT_BEFORE_FIGURES: ReadonlySet<string> = new Set(['no', 'nos']);

/** Words in one sentence, at the most. */
const LONGEST_SENTENCE = 60;

/** Takes a draft apart once, so that every rule can look at the same words, entities and groups. */
export function readDraft(draft: string, { groups, disguised, local }: DraftReader): ReadDraft {
  const folded = nameLocal(foldText(draft), local);
  const tokens = readTokens(folded.text, disguised);
  const words = wordPlaces(tokens);
  const places = new Map<string, ReadonlyMap<number, number>>();
  const sentence = numberSentences(folded.text, tokens);
  const entities = findEntities(folded.text, local);
  for (const name of ENTITY_NAMES)
    places.set(
      name,
      placesOf(
        entities.filter((entity) => entity.name === name),
        tokens,
      ),
    );
  for (const { name, phrases } of groups) {
    const ends = new Map<number, number>();
    for (const hit of phrases.flatMap((phrase) => findInSentence(phrase, { tokens, words, places, sentence })))
      ends.set(hit.first, Math.max(hit.last, ends.get(hit.first) ?? 0));
    places.set(name, ends);
  }
  return { folded, tokens, words, places, sentence };
}

/** The places where a phrase stands without running on from one sentence into the next. */
export function findInSentence(phrase: Phrase, draft: Omit<ReadDraft, 'folded'>): readonly PhraseHit[] {
  return findPhrase(phrase, draft.tokens, draft.places, draft.words).filter(
    ({ first, last }) => draft.sentence[first] === draft.sentence[last],
  );
}

/** Where a run of tokens stands in the draft as it was written: UTF-16 offsets, `end` exclusive. */
export function offsetsOf(
  { first, last }: { readonly first: number; readonly last: number },
  { folded, tokens }: Pick<ReadDraft, 'folded' | 'tokens'>,
): { readonly start: number; readonly end: number } {
  return {
    start: folded.starts[tokens[first]?.start ?? 0] ?? 0,
    end: folded.ends[(tokens[last]?.end ?? 1) - 1] ?? 0,
  };
}

/** The sentences of a draft: each from its first to its last token. */
export function sentenceStretches({ tokens, sentence }: Pick<ReadDraft, 'tokens' | 'sentence'>): readonly {
  readonly first: number;
  readonly last: number;
}[] {
  const starts = tokens.flatMap((_, at) => (sentence[at] === sentence[at - 1] ? [] : [at]));
  return starts.map((first, at) => ({ first, last: (starts[at + 1] ?? tokens.length) - 1 }));
}

function readTokens(text: string, disguised: readonly string[]): readonly Token[] {
  const revealed = [...revealDisguises(text, disguised)].sort((a, b) => a.start - b.start);
  const plain = tokenise(text);
  const tokens: Token[] = [];
  let next = 0;
  for (const token of revealed) {
    if (token.start < (tokens.at(-1)?.end ?? 0)) continue;
    for (let kept = plain[next]; kept && kept.start < token.end; kept = plain[++next])
      if (kept.end <= token.start) tokens.push(kept);
    tokens.push(token);
  }
  return [...tokens, ...plain.slice(next)];
}

/** Which tokens entities cover; one that does not begin and end with a token is left out. */
function placesOf(
  found: readonly { readonly start: number; readonly end: number }[],
  tokens: readonly Token[],
): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let first = 0;
  for (const { start, end } of found) {
    while (first < tokens.length && (tokens[first]?.end ?? 0) <= start) first++;
    let last = first;
    while ((tokens[last + 1]?.start ?? end) < end) last++;
    if ((tokens[first]?.start ?? end) < end) ends.set(first, last);
  }
  return ends;
}

/** A sentence ends with . ! or ? before a space, with an empty line, or after so many words that it was spoken without a full stop. */
function numberSentences(text: string, tokens: readonly Token[]): readonly number[] {
  let number = 0;
  let first = 0;
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    if (
      before &&
      (at - first >= LONGEST_SENTENCE || endsSentence(text.slice(before.end, token.start), before.word, token.word))
    ) {
      number++;
      first = at;
    }
    return number;
  });
}

function endsSentence(between: string, word: string, next: string): boolean {
  if (/[!?]["')\]]{0,3}\s|\n/u.test(between)) return true;
  const isShort = SHORT_FORMS.has(word) || (SHORT_BEFORE_FIGURES.has(word) && /^\d/u.test(next));
  return /\.["')\]]{0,3}\s/u.test(between) && !isShort;
}
