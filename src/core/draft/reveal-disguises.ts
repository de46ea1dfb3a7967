import type { Token } from '../phrases';

/** Digits and signs that stand for letters. */
const LOOKS_LIKE: { readonly [sign: string]: string } = {
  '@': 'a',
  '4': 'a',
  '8': 'b',
  '3': 'e',
  '9': 'g',
  '!': 'i',
  '1': 'il',
  '|': 'il',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
  '+': 't',
};

/** Signs that hide one letter each. */
const MASKS = '*#%';

/** A run without spaces that holds more than letters; 24 characters are enough for any insult. */
const MASKED = /(?<![\p{L}\p{N}@$])[\p{L}@$\d][\p{L}\d@$*#%!|+._-]{2,23}(?![\p{L}\p{N}])/gu;

/** Single letters with a space or a sign between them: "w a n k e r", "w-a-n-k-e-r". */
const SPACED = /(?<![\p{L}\p{N}'])(?:\p{L}[ .,*_-]{1,2}){3,60}\p{L}(?![\p{L}\p{N}'])/gu;

/** A letter written three times or more. */
const STRETCHED = /(?<![\p{L}\p{N}])\p{L}{0,20}(\p{L})\1\1\p{L}{0,30}(?![\p{L}\p{N}])/giu;

/** A shorter word is too easily read into something innocent. */
const SHORTEST = 4;

/** The words from `words` that a folded text holds in disguise, as tokens over the whole disguise; none inside a longer word. */
export function revealDisguises(text: string, words: readonly string[]): readonly Token[] {
  const known = words.filter((word) => word.length >= SHORTEST);
  if (known.length === 0) return [];
  return [...masked(text, byLength(known)), ...spaced(text, known), ...stretched(text, known)];
}

function byLength(known: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const words = new Map<number, string[]>();
  for (const word of known) words.set(word.length, [...(words.get(word.length) ?? []), word]);
  return words;
}

function masked(text: string, known: ReadonlyMap<number, readonly string[]>): readonly Token[] {
  return [...text.matchAll(MASKED)].flatMap((found) => {
    const written = found[0].toLowerCase().replace(/(?<![._!+|-])[._!+|-]+$/u, '');
    if (!/[^\p{L}]/u.test(written) || !/\p{L}/u.test(written)) return [];
    const signs = [...written].filter((sign) => !'._-'.includes(sign));
    const word =
      known.get(signs.length)?.find((word) => reads(signs, word)) ??
      known.get(signs.length - 1)?.find((word) => reads(signs, `${word}s`));
    return word === undefined ? [] : [{ word, start: found.index, end: found.index + written.length }];
  });
}

function reads(signs: readonly string[], word: string): boolean {
  return signs.every((sign, at) => {
    const letter = word.charAt(at);
    return sign === letter || MASKS.includes(sign) || (LOOKS_LIKE[sign] ?? '').includes(letter);
  });
}

function spaced(text: string, known: readonly string[]): readonly Token[] {
  return [...text.matchAll(SPACED)].flatMap((found) => {
    const letters = [...found[0].matchAll(/\p{L}/gu)];
    const run = letters.map(([letter]) => letter.toLowerCase()).join('');
    const word = known.find((word) => run.includes(word));
    if (word === undefined) return [];
    const at = run.indexOf(word);
    const start = found.index + (letters[at]?.index ?? 0);
    return [{ word, start, end: found.index + (letters[at + word.length - 1]?.index ?? 0) + 1 }];
  });
}

function stretched(text: string, known: readonly string[]): readonly Token[] {
  return [...text.matchAll(STRETCHED)].flatMap((found) => {
    const short = unrepeated(found[0].toLowerCase());
    const word = known.find((word) => unrepeated(word) === short || `${unrepeated(word)}s` === short);
    return word === undefined ? [] : [{ word, start: found.index, end: found.index + found[0].length }];
  });
}

function unrepeated(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}
