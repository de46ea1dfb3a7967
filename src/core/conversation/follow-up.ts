import { STOP_WORDS, words } from '../match/tokens';

/** Words with which people go on from what was said before. */
const GOES_ON =
  /^(?:and|but|or|so|also|then|even|same|ditto|why|how come|says who|what about|how about|what if|what else|is that|does that|is it the same|does it)\b/u;

/** A longer message says by itself what it is about. */
const MOST_WORDS = 9;
/** So few subject words leave open what is meant. */
const MOST_SUBJECTS = 1;

/** A message that may only be understood from the question before it, such as "and what about Instagram?". */
export function maySeekMore(text: string): boolean {
  const said = words(text);
  if (said.length === 0 || said.length > MOST_WORDS) return false;
  return GOES_ON.test(said.join(' ')) || said.filter((word) => !STOP_WORDS.has(word)).length <= MOST_SUBJECTS;
}
