import { findPhrase, type Phrase, type PhraseHit, type Places, type Token, tokenise } from '../phrases';
import type { DraftLocal } from './draft-local';
import { ENTITY_NAMES, findEntities } from './entities';
import { type FoldedText, foldText } from './fold-text';
import { revealDisguises } from './reveal-disguises';

/** A draft as the rules see it. Offsets of tokens count in the folded text; `sentence[i]` is the number of the sentence that holds token `i`. */
export type ReadDraft = {
  readonly folded: FoldedText;
  readonly tokens: readonly Token[];
  readonly places: Places;
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
  'mr mrs ms dr st rev cllr cllrs coun no nos approx tel mob etc eg ie rd ave ln pte sgt'.split(' '),
);

/** Takes a draft apart once, so that every rule can look at the same words, entities and groups. */
export function readDraft(draft: string, { groups, disguised, local }: DraftReader): ReadDraft {
  const folded = foldText(draft);
  const tokens = readTokens(folded.text, disguised);
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
    for (const hit of phrases.flatMap((phrase) => findInSentence(phrase, { tokens, places, sentence })))
      ends.set(hit.first, Math.max(hit.last, ends.get(hit.first) ?? 0));
    places.set(name, ends);
  }
  return { folded, tokens, places, sentence };
}

/** The places where a phrase stands without running on from one sentence into the next. */
export function findInSentence(phrase: Phrase, draft: Omit<ReadDraft, 'folded'>): readonly PhraseHit[] {
  return findPhrase(phrase, draft.tokens, draft.places).filter(
    ({ first, last }) => draft.sentence[first] === draft.sentence[last],
  );
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

/** A sentence ends with . ! or ? before a space, or with an empty line. */
function numberSentences(text: string, tokens: readonly Token[]): readonly number[] {
  let number = 0;
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    if (before && endsSentence(text.slice(before.end, token.start), before.word)) number++;
    return number;
  });
}

function endsSentence(between: string, word: string): boolean {
  if (/[!?]["')\]]{0,3}\s|\n/u.test(between)) return true;
  return /\.["')\]]{0,3}\s/u.test(between) && !SHORT_FORMS.has(word);
}
