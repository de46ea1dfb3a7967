import type { Passage } from '../model';

/** What a passage is about, for a report: the heading above it. At five questions a month single passages would never add up to anything. */
export function topicOfPassage({ headings }: Passage): string {
  return headings.at(-1) ?? '';
}
