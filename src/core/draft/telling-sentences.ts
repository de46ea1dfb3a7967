import { placeSign, type SentenceFeatures } from './draft-features';
import { type DraftCheckWeights, draftScores, placeOfAny, SCORES_PER_RULE } from './draft-weights';
import { windowsOf } from './draft-windows';

/** A sentence that speaks less than this for every rule, with half of what it says for any, is about something else. */
const PLAIN = -2.8;
/** What stands in every notice: entities, and the group of halls and shops. */
const EVERYDAY: ReadonlySet<string> = new Set(['number', 'date', 'time', 'year', 'money', 'venue'].map(placeSign));

/**
 * The sentences of a draft without those that are plainly about something else, so that an added "Tea and cake afterwards" never
 * makes a check milder. A sentence with any sign of a rule stays, for it may clear the rule.
 */
export function tellingSentences(
  sentences: readonly SentenceFeatures[],
  weights: DraftCheckWeights,
): readonly SentenceFeatures[] {
  const alone = windowsOf(sentences, 1);
  return sentences.filter((sentence, at) => {
    if (showsSign(sentence)) return true;
    const window = alone[at];
    if (!window) return false;
    const scores = draftScores(window.features, weights);
    return mostFor(scores, weights) + (scores[placeOfAny(weights)] ?? 0) / 2 > PLAIN;
  });
}

/** Whether a sentence holds any sign of a rule. */
export function showsSign({ signs }: SentenceFeatures): boolean {
  return [...signs].some((sign) => !EVERYDAY.has(sign));
}

/** The highest of the scores that a rule is broken. */
function mostFor(scores: Float64Array, { rules }: DraftCheckWeights): number {
  return rules.reduce(
    (most, _, rule) => Math.max(most, scores[SCORES_PER_RULE * rule] ?? most),
    Number.NEGATIVE_INFINITY,
  );
}
