import { STOP_WORDS, words } from '../match/tokens';

/** A part with fewer subject words than this is the tail of its neighbour, not a question of its own. */
const FEWEST_SUBJECTS = 2;
const MOST_PARTS = 3;

const FURTHER = /\s(?:and also|also,|second question|another question|another thing)\s/iu;

/**
 * The questions of a message, each with the sentences before it that set the scene. One part, the whole text, unless there are
 * at least two question marks, or an "and also", between stretches that each have a subject.
 */
export function splitQuestions(text: string): readonly string[] {
  const stretches = text
    .split(FURTHER)
    .flatMap(splitAtMarks)
    .map((stretch) => stretch.trim())
    .filter(Boolean);
  const parts: string[] = [];
  for (const stretch of stretches) {
    const last = parts.at(-1);
    if (last !== undefined && (subjects(stretch) < FEWEST_SUBJECTS || subjects(last) < FEWEST_SUBJECTS))
      parts[parts.length - 1] = `${last} ${stretch}`;
    else parts.push(stretch);
  }
  return parts.length > 1 && parts.length <= MOST_PARTS ? parts : [text];
}

/** Cuts behind each question mark; what stands behind the last one explains that question. */
function splitAtMarks(text: string): readonly string[] {
  const questions = text.split(/(?<=\?)\s/u);
  const last = questions.at(-1);
  if (questions.length < 2 || last === undefined || last.includes('?')) return questions;
  return [...questions.slice(0, -2), `${questions.at(-2)} ${last}`];
}

function subjects(text: string): number {
  return words(text).filter((word) => !STOP_WORDS.has(word)).length;
}
