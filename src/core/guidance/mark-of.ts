import { hashOf } from '../match/features';

/** A short sign that stands for some words, so that a card can say which were looked at without holding them once more. */
export function markOf(words: string): string {
  return hashOf(words.toLowerCase()).toString(36);
}
