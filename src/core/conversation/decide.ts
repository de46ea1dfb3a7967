import type { Decision, Match, Passage, PassageMatch } from '../model';

/** From this confidence on a passage is given as the answer; below it up to three are offered to choose from. */
export const SURE = 0.3;
/**
 * The policy is taken to be silent when uncovered topics weigh as much as its passages, and already when they weigh about half as
 * much while no passage is probable: the clerk is the safe outcome.
 */
const NEARLY_SILENT = 0.54;
const PROBABLE = 0.6;
/** Talk is answered as talk when it weighs so much of everything: a question that is taken for talk would be lost. */
const TALK = 0.65;
/** A likeliest passage that is so unlikely says nothing: it is not even worth a choice. */
const FAINT = 0.1;
/** A further passage belongs to the answer when it has at least this share of what the first has. */
const BELONGS = 0.02;
const MOST_PASSAGES = 3;

/** What to do with the ranked matches of one question. The safe outcome, the clerk, comes first wherever there is doubt. */
export function decide(matches: readonly Match[]): Decision {
  const passages = matches.filter((match): match is PassageMatch => match.kind === 'passage');
  const weight = { passage: 0, topic: 0, talk: 0 };
  for (const match of matches) weight[match.kind] += match.share;
  const talk = matches.find((match) => match.kind === 'talk');
  if (talk && weight.talk >= TALK) return { kind: 'talk', talk: talk.talk, confidence: weight.talk };
  const topic = matches.find((match) => match.kind === 'topic');
  const [best] = passages;
  const weighty = weight.topic / weight.passage;
  const silent = weighty >= 1 || (weighty >= NEARLY_SILENT && (best?.confidence ?? 0) < PROBABLE);
  if (!best || best.confidence < FAINT || silent)
    return {
      kind: 'escalate',
      ...(topic && { topic: topic.topic }),
      nearest: firstOf(passages),
      confidence: best?.confidence ?? 0,
    };
  const together = passages.slice(0, MOST_PASSAGES).filter((match) => match.share >= best.share * BELONGS);
  return {
    kind: best.confidence >= SURE ? 'answer' : 'choose',
    passages: together.map((match) => match.passage),
    confidence: best.confidence,
  };
}

function firstOf(passages: readonly PassageMatch[]): readonly Passage[] {
  return passages.slice(0, 1).map((match) => match.passage);
}
