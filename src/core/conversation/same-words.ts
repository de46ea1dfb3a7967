import { words } from '../match/tokens';

/** Two texts share at least this part of their words, so one is a version of the other. */
const SHARE = 0.4;

/** Whether one text is a version of another: the words of both, over the words of either. */
export function sameWords(one: string, other: string): boolean {
  const [first, second] = [new Set(words(one)), new Set(words(other))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared >= SHARE * Math.min(first.size, second.size) && shared > 1;
}
