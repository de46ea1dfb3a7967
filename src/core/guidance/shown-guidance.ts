import type { Guidance, GuidanceMatch } from './guidance';

/**
 * From this confidence on a saved answer is shown as the answer. Of 96 questions that use the words of a saved one and need another
 * answer, 2 reached it, and of 96 that ask the same in other words, 43; of 462 labelled questions about 99 subjects none was shown
 * the answer to another subject (`npm run eval:guidance`). At 0.8 it would be 10 and 57: a wrong answer is worse than none.
 */
export const SHOWN = 0.9;

/** The saved answer that is sure enough to be shown; undefined when none is. `matches` come best first. */
export function shownGuidance([best]: readonly GuidanceMatch[]): Guidance | undefined {
  return best && best.confidence >= SHOWN ? best.guidance : undefined;
}
