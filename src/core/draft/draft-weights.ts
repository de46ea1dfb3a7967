import { type ClassifierWeights, classScores } from '../match/classifier';
import { type FeatureSpace, vectorOf } from '../match/feature-space';
import type { Features } from '../match/features';

/** What was learned from labelled drafts. `rules` are the ids of the rules that examples were given for, in the order of the scores. */
export type DraftCheckWeights = {
  readonly rules: readonly string[];
  readonly space: FeatureSpace;
  /** Two scores for each rule, that the words break it, and that this is grave; and at the end one that they break any rule. */
  readonly scores: ClassifierWeights;
};

/** Two scores for each rule stand side by side: that words break it, and that they do so gravely if they do. */
export const SCORES_PER_RULE = 2;

/** Log-odds by what was learned, for some features of a draft: two for each rule, in the order of the rules, and that any is broken. */
export function draftScores(features: Features, { space, scores }: DraftCheckWeights): Float64Array {
  return classScores(vectorOf(features, space), scores);
}

/** Where the score stands that any rule is broken: behind those of all rules. */
export function placeOfAny({ rules }: DraftCheckWeights): number {
  return SCORES_PER_RULE * rules.length;
}
