import type { DraftLocal } from './draft-local';
import { type FoldedText, foldText } from './fold-text';

/** What a venue is read as. */
const VENUE = 'the village hall';

/**
 * Puts what is known of the place into a folded text: an address that is a venue is read as a hall, a person in public office as
 * the office. Every letter put in leads back to the whole of what it stands for.
 */
export function nameLocal(folded: FoldedText, { venues, officeHolders }: DraftLocal): FoldedText {
  const known = [
    ...venues.map((venue) => ({ words: foldText(venue).text, means: VENUE })),
    ...officeHolders.map(({ name, office }) => ({ words: foldText(name).text, means: `the ${foldText(office).text}` })),
  ];
  return known.reduce(nameOne, folded);
}

function nameOne(folded: FoldedText, { words, means }: { readonly words: string; readonly means: string }): FoldedText {
  const found = placesOf(words, folded.text);
  if (found.length === 0) return folded;
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const copy = (from: number, to: number) => {
    text.push(folded.text.slice(from, to));
    starts.push(...folded.starts.slice(from, to));
    ends.push(...folded.ends.slice(from, to));
  };
  let copied = 0;
  for (const at of found) {
    copy(copied, at);
    copied = at + words.length;
    text.push(means);
    for (let unit = 0; unit < means.length; unit++) {
      starts.push(folded.starts[at] ?? 0);
      ends.push(folded.ends[copied - 1] ?? 0);
    }
  }
  copy(copied, folded.text.length);
  return { text: text.join(''), starts, ends };
}

/** Where words stand as whole words, without overlap. */
function placesOf(words: string, text: string): readonly number[] {
  const places: number[] = [];
  const inWord = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const [before, behind] = [text.charAt(at - 1), text.charAt(at + words.length)];
    if (!inWord.test(before) && !inWord.test(behind)) places.push(at);
  }
  return places;
}
