import type { PersonalDetail } from './find-personal-details';

/** A question that is longer than this is a story; the clerk shortens it. In letters. */
export const LONGEST_QUESTION = 300;

const GREETING = /^(?:hi|hiya|hello|hey|dear|morning|good (?:morning|afternoon|evening))\b[^,.!?\n]{0,30}[,.!\n]\s*/iu;
const THANKS =
  /(?:(?<=[.!?\n])\s{0,5}(?:many thanks|thanks|thank you|cheers|kind regards|regards)\b[^?\n]{0,40}|\s(?:thanks|thank you|ta|cheers)[.!]{0,3})$/iu;

/**
 * A question as others would ask it: personal details give way to `somebody` or `leftOut`, greeting and thanks are taken off, and it
 * is cut at a word where it is too long.
 */
export function cleanQuestion(
  question: string,
  details: readonly PersonalDetail[],
  { somebody, leftOut }: { readonly somebody: string; readonly leftOut: string },
): string {
  const plain = details
    .toReversed()
    .reduce(
      (text, { kind, start, end }) => text.slice(0, start) + (kind === 'name' ? somebody : leftOut) + text.slice(end),
      question,
    )
    .trim()
    .replace(GREETING, '')
    .replace(THANKS, '')
    .replace(/\s+/gu, ' ');
  if (plain.length <= LONGEST_QUESTION) return plain;
  return plain.slice(0, LONGEST_QUESTION).replace(/\s\S*$/u, '');
}
