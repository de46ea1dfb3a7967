import { STOP_WORDS, words } from '../match/tokens';

/** Words with which people go on from what was said before. */
const GOES_ON =
  /^(?:and|but|or|so|also|then|even|same|ditto|why|how come|says who|what about|how about|what if|what else|is that|does that|is it the same|does it)\b/u;

/** Words behind which no verb stands: without the question before it, such a message asks nothing. */
const ASKS_NOTHING_ALONE =
  /^(?:(?:and|but|or|so|also) )*(?:what about|how about|same|ditto|even|for|on|in|at|with|if)\b(?!.*\b(?:can|could|may|should|shall|must|do|does) (?:i|we|you|they)\b)/u;

/** A longer message says by itself what it is about. */
const MOST_WORDS = 9;
/** So few subject words leave open what is meant. */
const MOST_SUBJECTS = 1;

/** A message that can only be understood from the question before it, such as "and for Instagram?". */
export function seeksMore(text: string): boolean {
  return maySeekMore(text) && ASKS_NOTHING_ALONE.test(words(text).join(' '));
}

/** A message that may only be understood from the question before it, such as "and what about Instagram?". */
export function maySeekMore(text: string): boolean {
  const said = words(text);
  if (said.length === 0 || said.length > MOST_WORDS) return false;
  return GOES_ON.test(said.join(' ')) || said.filter((word) => !STOP_WORDS.has(word)).length <= MOST_SUBJECTS;
}
