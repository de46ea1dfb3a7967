import type { HeadingLink } from '../model';
import type { Block, Heading } from './document';
import { likeness, overlap, wordSet } from './word-overlap';

/** Share of the shorter heading's subject words that the other must have before it is offered as the place of the words. */
const SAME_SUBJECT = 0.6;
/** A document with more empty headings than this is read wrongly or not a policy; further ones are listed without a search. */
const MOST_SEARCHED = 100;

/** Headings with no words of their own or below them, each with the heading of the section that seems to hold its words. */
export function linkHeadings(headings: readonly Heading[], blocks: readonly Block[]): readonly HeadingLink[] {
  const filled = new Set(blocks.map((block) => block.heading?.line));
  const withWords = headings
    .filter((heading) => filled.has(heading.line))
    .map((heading) => ({ text: heading.text, words: wordSet(heading.text) }));
  return headings
    .filter((heading, at) => heading.level > 0 && isEmpty(headings, at, filled))
    .map(({ text, line }, at) => {
      const heldBy = at < MOST_SEARCHED ? nearest(text, withWords) : undefined;
      return { heading: text, line, ...(heldBy !== undefined && { heldBy }) };
    });
}

function isEmpty(headings: readonly Heading[], at: number, filled: ReadonlySet<number | undefined>): boolean {
  const heading = headings[at];
  const next = headings[at + 1];
  return heading !== undefined && !filled.has(heading.line) && (next === undefined || next.level <= heading.level);
}

function nearest(
  text: string,
  others: readonly { readonly text: string; readonly words: ReadonlySet<string> }[],
): string | undefined {
  const words = wordSet(text);
  let best: { readonly text: string; readonly score: number } | undefined;
  for (const other of others) {
    const score = overlap(words, other.words) < SAME_SUBJECT ? 0 : likeness(words, other.words);
    if (score > (best?.score ?? 0)) best = { text: other.text, score };
  }
  return best?.text;
}
