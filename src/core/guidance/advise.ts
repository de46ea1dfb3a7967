import type { Guidance, GuidanceMatch } from './guidance';
import { shownGuidance } from './shown-guidance';

/**
 * From this confidence on the question of a saved answer is offered, so that the councillor can say whether it is the same: 78 of
 * the 96 same questions and 16 of the 96 others of `npm run eval:guidance`, none of the 462 for another subject.
 */
export const OFFERED = 0.5;
const MOST_OFFERED = 2;

/** What the clerk has said about a question before: an answer to show, `due` once its day of review has come; or questions that are like it. */
export type Advice =
  | { readonly kind: 'shown'; readonly guidance: Guidance; readonly confidence: number; readonly due: boolean }
  | { readonly kind: 'offered'; readonly guidance: readonly Guidance[] };

/** Which saved answers of those that match a question, best first, are for the councillor to see; undefined when none is. `today` is a day such as "2026-11-24". */
export function advise(matches: readonly GuidanceMatch[], today: string): Advice | undefined {
  const shown = shownGuidance(matches);
  if (shown) {
    return { kind: 'shown', guidance: shown, confidence: matches[0]?.confidence ?? 0, due: shown.reviewOn <= today };
  }
  const likely = matches.filter(({ confidence }) => confidence >= OFFERED).slice(0, MOST_OFFERED);
  return likely.length > 0 ? { kind: 'offered', guidance: likely.map(({ guidance }) => guidance) } : undefined;
}
