/** Shorter sentences tell of nothing by themselves. */
const FEWEST_WORDS = 4;
/** Sentences of a longer message are taken together, so that it takes no longer than one with so many. */
const MOST_SENTENCES = 16;

/**
 * The stretches of a message that may tell something by themselves: each sentence, and each two that follow each other; none where
 * there is only one. Sentences are cut as people type them, with capitals or without.
 */
export function stretchesOf(text: string): readonly string[] {
  const sentences = text
    .split(/(?<=[.!?])\s+|\n+|;\s/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(/\s+/u).length >= FEWEST_WORDS);
  if (sentences.length < 2) return [];
  const parts = taken(sentences, Math.ceil(sentences.length / MOST_SENTENCES));
  const pairs = parts.slice(1).map((part, at) => `${parts[at]} ${part}`);
  return parts.length > 2 ? [...parts, ...pairs] : parts;
}

/** Joins every so many of a list. */
function taken(sentences: readonly string[], size: number): readonly string[] {
  if (size === 1) return sentences;
  return Array.from({ length: Math.ceil(sentences.length / size) }, (_, at) =>
    sentences.slice(at * size, (at + 1) * size).join(' '),
  );
}
