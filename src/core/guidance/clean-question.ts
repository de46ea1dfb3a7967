import type { PersonalDetail } from './find-personal-details';

/** A question that is longer than this is a story; the clerk shortens it. In letters. */
export const LONGEST_QUESTION = 300;

const GREETING = /^(?:hi|hiya|hello|hey|dear|morning|good (?:morning|afternoon|evening))\b[^,.!?\n]{0,30}[,.!\n]\s*/iu;
const THANKS = /^(?:many thanks|thanks|thank you|cheers|kind regards|regards)\b/iu;
const LAST_WORD_OF_THANKS = /\s(?:thanks|thank you|ta|cheers)[.!]{0,3}$/iu;
/** Longer than this, a sentence that begins with thanks says something else too. In letters. */
const LONGEST_THANKS = 60;

/**
 * A question as others would ask it: personal details give way to `somebody` or `leftOut`, greeting and thanks are taken off, and it
 * is cut at a word where it is too long.
 */
export function cleanQuestion(
  question: string,
  details: readonly PersonalDetail[],
  { somebody, leftOut }: { readonly somebody: string; readonly leftOut: string },
): string {
  const nameless = details
    .toReversed()
    .reduce(
      (text, { kind, start, end }) => text.slice(0, start) + (kind === 'name' ? somebody : leftOut) + text.slice(end),
      question,
    );
  const plain = withoutThanks(nameless.trim().replace(GREETING, '')).replace(/\s+/gu, ' ');
  if (plain.length <= LONGEST_QUESTION) return plain;
  return plain.slice(0, LONGEST_QUESTION).replace(/\s\S*$/u, '');
}

function withoutThanks(text: string): string {
  const end = Math.max(...['.', '!', '?', '\n'].map((sign) => text.lastIndexOf(sign, text.length - 2)));
  const last = text.slice(end + 1).trim();
  const isThanks = end >= 0 && last.length <= LONGEST_THANKS && THANKS.test(last);
  return isThanks ? text.slice(0, end + 1) : text.replace(LAST_WORD_OF_THANKS, '');
}
