/**
 * Phrases that a clerk can read and edit, matched word by word in linear time, so that no phrase can be made slow:
 *
 *     smash|break|put .. window|windows      one word of each group, up to four words between
 *     threat* to                             any word that begins with "threat"
 *     outside my house                       exactly these words
 *     ring|text me .. <phone>                something recognised beforehand: an entity or a named group of phrases
 */

/** A word of a text with its place: UTF-16 offsets, `end` exclusive. */
export type Token = { readonly word: string; readonly start: number; readonly end: number };

/** Where a phrase was found: offsets into the text, the numbers of its first and last token, and the phrase as it was written. */
export type PhraseHit = {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly phrase: string;
};

/** What was recognised in a text beforehand: name -> number of the first token -> number of the last token. */
export type Places = ReadonlyMap<string, ReadonlyMap<number, number>>;

export type Phrase = { readonly written: string; readonly steps: readonly Step[] };

type Step =
  | { readonly kind: 'gap' }
  | {
      readonly kind: 'words';
      readonly exact: ReadonlySet<string>;
      readonly beginnings: readonly string[];
      readonly names: readonly string[];
    };

/** The most words that ".." may stand for: the length of "the front of my old". */
const GAP = 4;

const NONE: readonly string[] = [];
/** Words without a sign. There are thousands of them to be read before the start. */
const PLAIN = /^[a-z0-9]+(?:\|[a-z0-9]+)*$/u;
const NO_NAMES: ReadonlySet<string> = new Set();
/** Nothing was recognised beforehand. */
export const NO_PLACES: Places = new Map();

/** Cuts a text into lower-case words with their places; apostrophes inside a word are dropped, so "can't" is "cant". */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}]+(?:['‘’‛`´][\p{L}]+)*/gu)) {
    tokens.push({
      word: found[0]
        .replace(/['‘’‛`´]/gu, '')
        .normalize('NFKC')
        .toLowerCase(),
      start: found.index,
      end: found.index + found[0].length,
    });
  }
  return tokens;
}

/** Reads a phrase of words only. Throws a sentence when it is empty, begins or ends with a gap, or holds a sign that means nothing. */
export function readPhrase(written: string): Phrase {
  return readPhraseNaming(written, NO_NAMES);
}

/** Reads a phrase that may also hold `<name>` for each of these names. Throws as `readPhrase` does, and for a name that is not known. */
export function readPhraseNaming(written: string, names: ReadonlySet<string>): Phrase {
  const parts = written
    .trim()
    .toLowerCase()
    .replace(/['‘’‛`´]/gu, '')
    .split(/\s+/u);
  const steps = parts.map((part): Step => {
    if (part === '..') return { kind: 'gap' };
    const choices = part.split('|');
    if (PLAIN.test(part)) return { kind: 'words', exact: new Set(choices), beginnings: NONE, names: NONE };
    if (choices.some((choice) => !/^(?:[\p{L}\p{N}]+\*?|<[a-z-]+>)$/u.test(choice)))
      throw new Error(`The phrase "${written}" holds "${part}", which is neither words with | between them nor "..".`);
    const named = choices.filter((choice) => choice.startsWith('<')).map((choice) => choice.slice(1, -1));
    const unknown = named.find((name) => !names.has(name));
    if (unknown !== undefined)
      throw new Error(`The phrase "${written}" holds "<${unknown}>", which is not known here.`);
    return {
      kind: 'words',
      exact: new Set(choices.filter((choice) => !/[*<]/u.test(choice))),
      beginnings: choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1)),
      names: named,
    };
  });
  if (steps[0]?.kind !== 'words' || steps.at(-1)?.kind !== 'words')
    throw new Error(`The phrase "${written}" must begin and end with a word.`);
  return { written, steps };
}

/** Where each word of a text stands, as rising numbers of tokens, and its words by their first letter. */
export type WordPlaces = {
  readonly at: ReadonlyMap<string, readonly number[]>;
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
};

export function wordPlaces(tokens: readonly Token[]): WordPlaces {
  const at = new Map<string, number[]>();
  const byLetter = new Map<string, string[]>();
  tokens.forEach(({ word }, number) => {
    const known = at.get(word);
    if (known) {
      known.push(number);
      return;
    }
    at.set(word, [number]);
    const letter = word.charAt(0);
    const others = byLetter.get(letter);
    if (others) others.push(word);
    else byLetter.set(letter, [word]);
  });
  return { at, byLetter };
}

/**
 * Every place where a phrase stands, in reading order; one hit for each first word. Whoever looks for many phrases in one text
 * passes the places of its words.
 */
export function findPhrase(
  phrase: Phrase,
  tokens: readonly Token[],
  places: Places = NO_PLACES,
  words: WordPlaces = wordPlaces(tokens),
): readonly PhraseHit[] {
  const search: Search = { steps: phrase.steps, tokens, places, deadEnds: new Set() };
  return beginningsOf(phrase, places, words).flatMap((first) => {
    const last = matchFrom(search, 0, first);
    const [begins, ends] = [tokens[first], last === undefined ? undefined : tokens[last]];
    if (last === undefined || !begins || !ends) return [];
    return [{ start: begins.start, end: ends.end, first, last, phrase: phrase.written }];
  });
}

/** The tokens with which a phrase may begin, in order. */
function beginningsOf({ steps }: Phrase, places: Places, words: WordPlaces): readonly number[] {
  const step = steps[0];
  if (step?.kind !== 'words') return [];
  const found: (readonly number[])[] = [];
  for (const word of step.exact) found.push(words.at.get(word) ?? []);
  for (const beginning of step.beginnings)
    for (const word of words.byLetter.get(beginning.charAt(0)) ?? [])
      if (word.startsWith(beginning)) found.push(words.at.get(word) ?? []);
  for (const name of step.names) found.push([...(places.get(name)?.keys() ?? [])].sort((a, b) => a - b));
  const [first = [], ...others] = found.filter((places) => places.length > 0);
  return others.length === 0 ? first : [...new Set([first, ...others].flat())].sort((a, b) => a - b);
}

type Search = {
  readonly steps: readonly Step[];
  readonly tokens: readonly Token[];
  readonly places: Places;
  /** Gaps from which no match was found, so that a phrase with many gaps is not tried again and again. */
  readonly deadEnds: Set<number>;
};

/** The number of the last token of a match that begins at `at`, the nearest one first. */
function matchFrom(search: Search, step: number, at: number): number | undefined {
  const wanted = search.steps[step];
  const token = search.tokens[at];
  if (!wanted || !token) return undefined;
  if (wanted.kind === 'gap') {
    const place = step * search.tokens.length + at;
    if (search.deadEnds.has(place)) return undefined;
    for (let skipped = 0; skipped <= GAP; skipped++) {
      const last = matchFrom(search, step + 1, at + skipped);
      if (last !== undefined) return last;
    }
    search.deadEnds.add(place);
    return undefined;
  }
  if (wanted.exact.has(token.word) || wanted.beginnings.some((beginning) => token.word.startsWith(beginning))) {
    const last = matchAfter(search, step, at);
    if (last !== undefined) return last;
  }
  for (const name of wanted.names) {
    const end = search.places.get(name)?.get(at);
    const last = end === undefined ? undefined : matchAfter(search, step, end);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** Goes on behind a step that ended with the token `at`. */
function matchAfter(search: Search, step: number, at: number): number | undefined {
  return step === search.steps.length - 1 ? at : matchFrom(search, step + 1, at + 1);
}
