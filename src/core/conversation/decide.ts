import type { Decision, Match, Passage, PassageMatch } from '../model';

/** From this confidence on a passage is given as the answer; measured on the shaping half of the labelled questions. */
export const SURE = 0.55;
/** From this confidence on up to three passages are offered to choose from; below it the clerk is asked. */
export const POSSIBLE = 0.35;
/** A further passage belongs to the answer when it is at least this share as likely as the first. */
const BELONGS = 0.3;
const MOST_PASSAGES = 3;

/** What to do with the ranked matches of one question. The safe outcome, the clerk, comes first wherever there is doubt. */
export function decide(matches: readonly Match[]): Decision {
  const [top] = matches;
  const passages = matches.filter((match): match is PassageMatch => match.kind === 'passage');
  if (!top) return { kind: 'escalate', nearest: [], confidence: 0 };
  if (top.kind === 'topic')
    return { kind: 'escalate', topic: top.topic, nearest: firstOf(passages), confidence: top.confidence };
  if (top.kind === 'talk' && top.confidence >= POSSIBLE)
    return { kind: 'talk', talk: top.talk, confidence: top.confidence };
  const [best] = passages;
  if (!best || best.confidence < POSSIBLE)
    return { kind: 'escalate', nearest: firstOf(passages), confidence: best?.confidence ?? 0 };
  const together = passages
    .slice(0, MOST_PASSAGES)
    .filter((match) => match.confidence >= best.confidence * BELONGS)
    .map((match) => match.passage);
  if (best.confidence >= SURE) return { kind: 'answer', passages: together, confidence: best.confidence };
  return {
    kind: 'choose',
    passages: passages.slice(0, MOST_PASSAGES).map((match) => match.passage),
    confidence: best.confidence,
  };
}

function firstOf(passages: readonly PassageMatch[]): readonly Passage[] {
  return passages.slice(0, 1).map((match) => match.passage);
}
