/** Where a sentence stands in the source: UTF-16 offsets, `end` exclusive, without the white space around it. */
export type SentenceSpan = { readonly start: number; readonly end: number };

/** A stop, what may close after it, white space, and something that can begin a sentence. */
const BOUNDARY = /(?<![.!?…])[.!?…]+['’"”)\]]*\s+(?=['‘"“(]*[\p{Lu}\p{N}])/gu;

/** Shortened words whose stop ends no sentence, without the stop. */
const SHORTENED = new Set('cllr cllrs mr mrs ms mx dr prof rev revd hon st vs viz cf e.g i.e approx'.split(' '));

/** Shortened words whose stop ends no sentence when a number follows: "No. 5". */
const BEFORE_NUMBER = new Set('no nos p pp para paras s ss sch reg regs art fig ext tel vol'.split(' '));

/**
 * Cuts a stretch of UK text into sentences. A stop after "e.g.", "Cllr.", "No." or a single initial ends nothing;
 * a stop inside quotation marks ends a sentence only when a capital letter follows. `from` skips a mark such as "1." at the start.
 */
export function splitSentences(source: string, start: number, end: number, from = start): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let begin = start;
  for (const found of source.slice(from, end).matchAll(BOUNDARY)) {
    const stop = from + found.index;
    const next = stop + found[0].length;
    if (found[0].startsWith('.') && isShortened(source.slice(Math.max(begin, stop - 12), stop), source[next] ?? ''))
      continue;
    spans.push({ start: begin, end: stop + found[0].trimEnd().length });
    begin = next;
  }
  spans.push({ start: begin, end });
  return spans;
}

function isShortened(before: string, next: string): boolean {
  const word = /(?<![\p{L}.])[\p{L}.]+$/u.exec(before)?.[0] ?? '';
  if (/^\p{Lu}(?:\.\p{Lu})*$/u.test(word)) return true;
  return SHORTENED.has(word.toLowerCase()) || (/\d/u.test(next) && BEFORE_NUMBER.has(word.toLowerCase()));
}
