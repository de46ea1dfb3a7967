import { words } from './tokens';

/** Groups of three letters of a text, with how often each stands there. */
export type LetterGroups = ReadonlyMap<string, number>;

const SIZE = 3;

/** The letter groups inside the words of a text: what is left in common when words are misspelt or inflected. */
export function letterGroups(text: string): LetterGroups {
  const groups = new Map<string, number>();
  for (const word of words(text)) {
    const padded = ` ${word} `;
    for (let at = 0; at + SIZE <= padded.length; at++) {
      const group = padded.slice(at, at + SIZE);
      groups.set(group, (groups.get(group) ?? 0) + 1);
    }
  }
  return groups;
}

/** The cosine of two texts' letter groups: 0 for nothing in common, 1 for the same. */
export function letterLikeness(a: LetterGroups, b: LetterGroups): number {
  let common = 0;
  for (const [group, count] of a) common += count * (b.get(group) ?? 0);
  return common / (Math.sqrt(squares(a) * squares(b)) || 1);
}

/** Each text is compared with many others. */
const known = new WeakMap<LetterGroups, number>();

function squares(groups: LetterGroups): number {
  const before = known.get(groups);
  if (before !== undefined) return before;
  let sum = 0;
  for (const count of groups.values()) sum += count * count;
  known.set(groups, sum);
  return sum;
}
