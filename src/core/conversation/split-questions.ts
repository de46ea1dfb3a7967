import { terms } from '../match/tokens';

/** A part with fewer subject words than this is the tail of its neighbour, not a question of its own. */
const FEWEST_TERMS = 2;
const MOST_PARTS = 3;

/**
 * The questions of a message, each with the sentences before it that set the scene. One part, the whole text, unless there are
 * at least two question marks, or an "and also", between stretches that each have a subject.
 */
export function splitQuestions(text: string): readonly string[] {
  const stretches = text
    .split(/(?<=\?)\s+|\n{2,}|\s+(?:and also|also,|second question|another question|another thing)\s+/iu)
    .map((stretch) => stretch.trim())
    .filter(Boolean);
  const parts: string[] = [];
  for (const stretch of stretches) {
    const last = parts.at(-1);
    if (last !== undefined && (terms(stretch).length < FEWEST_TERMS || terms(last).length < FEWEST_TERMS))
      parts[parts.length - 1] = `${last} ${stretch}`;
    else parts.push(stretch);
  }
  return parts.length > 1 && parts.length <= MOST_PARTS ? parts : [text];
}
