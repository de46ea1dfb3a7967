import { placeSign, type SentenceFeatures } from './draft-features';
import { type DraftCheckWeights, ruleScores, SCORES_PER_RULE } from './draft-weights';
import { windowsOf } from './draft-windows';

/** A sentence that speaks less than this for every rule is about something else. */
const PLAIN = -4;
/** What stands in every notice: entities, and the group of halls and shops. */
const EVERYDAY: ReadonlySet<string> = new Set(['number', 'date', 'time', 'year', 'money', 'venue'].map(placeSign));

/**
 * The sentences of a draft without those that are plainly about something else, so that an added "Tea and cake afterwards" never
 * makes a check milder. A sentence with any sign of a rule stays, for it may clear the rule. All of them, if all are plain.
 */
export function tellingSentences(
  sentences: readonly SentenceFeatures[],
  weights: DraftCheckWeights,
): readonly SentenceFeatures[] {
  const alone = windowsOf(sentences, 1);
  const telling = sentences.filter(({ signs }, at) => {
    if ([...signs].some((sign) => !EVERYDAY.has(sign))) return true;
    const window = alone[at];
    return window !== undefined && mostFor(ruleScores(window.features, weights)) > PLAIN;
  });
  return telling.length > 0 ? telling : sentences;
}

/** The highest of the scores that a rule is broken. */
function mostFor(scores: Float64Array): number {
  return scores.reduce((most, score, at) => (at % SCORES_PER_RULE === 0 ? Math.max(most, score) : most), PLAIN - 1);
}
