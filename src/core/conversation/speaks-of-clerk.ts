import type { Council } from '../council';
import { tokenise } from '../phrases';

const OFFICE = ['clerk', 'clerks', 'clerking'];

/** "Hi Priya," speaks to the clerk, not of the clerk. */
const GREETING =
  /^(?:hi|hiya|hello|hey|dear|morning|afternoon|evening|good (?:morning|afternoon|evening))[ ,]{1,2}\p{L}{1,30}(?: \p{L}{1,30}){0,2} ?[,:!.-]/iu;

/**
 * Some of these texts may be about the clerk or somebody else who reads the clerk's channel as a clerk: by the word, by the title
 * that the council uses, or by a part of a name. Deliberately broad, because a warning too many does no harm.
 */
export function speaksOfClerk(texts: readonly (string | undefined)[], { clerk, clerks }: Council): boolean {
  const names = [clerk, ...clerks].flatMap(({ name }) => wordsOf(name)).filter((name) => name.length > 1);
  const watched = new Set([...OFFICE, ...names, ...names.map((name) => `${name}s`)]);
  const title = ` ${wordsOf(clerk.title).join(' ')} `;
  return texts.some((text = '') => {
    const spoken = wordsOf(text.trimStart().replace(GREETING, ''));
    return spoken.some((word) => watched.has(word)) || ` ${spoken.join(' ')} `.includes(title);
  });
}

function wordsOf(text: string): readonly string[] {
  return tokenise(text).map(({ word }) => word);
}
