import type { Guidance, GuidanceMatch } from './guidance';

/**
 * From this confidence on a saved answer is shown as the answer. Of 96 questions that use the words of a saved one and need another
 * answer, 2 reached it, and of 96 that ask the same in other words, 43; of 462 labelled questions about 99 subjects none was shown
 * the answer to another subject (`npm run eval:guidance`). At 0.8 it would be 10 and 57: a wrong answer is worse than none.
 */
export const SHOWN = 0.9;
/** From this confidence on its question is offered, so that the councillor can say that it is the same: 78 and 16 of those 96, none of the 462 to another subject. */
export const OFFERED = 0.5;
const MOST_OFFERED = 2;

/** What the clerk has said about a question before: an answer to show, or questions that are like it. */
export type Advice =
  | { readonly kind: 'shown'; readonly guidance: Guidance; readonly confidence: number }
  | { readonly kind: 'offered'; readonly guidance: readonly Guidance[] };

/** Which saved answers of those that match a question are for the councillor to see; undefined when none is. */
export function advise(matches: readonly GuidanceMatch[]): Advice | undefined {
  const [best] = matches;
  if (!best || best.confidence < OFFERED) return undefined;
  if (best.confidence >= SHOWN) return { kind: 'shown', ...best };
  const likely = matches.filter(({ confidence }) => confidence >= OFFERED).slice(0, MOST_OFFERED);
  return { kind: 'offered', guidance: likely.map(({ guidance }) => guidance) };
}
