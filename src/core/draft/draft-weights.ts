import { type ClassifierWeights, classScores } from '../match/classifier';
import { type FeatureSpace, vectorOf } from '../match/feature-space';
import type { Features } from '../match/features';

/** What was learned from labelled drafts. `rules` are the ids of the rules that examples were given for, in the order of the scores. */
export type DraftCheckWeights = {
  readonly rules: readonly string[];
  readonly space: FeatureSpace;
  /** Two scores for each rule: that the words break it, and that this is grave. */
  readonly scores: ClassifierWeights;
};

/** The log-odds, by what was learned, that words break a rule, and that they do so gravely if they do. */
export type RuleScore = { readonly breaks: number; readonly grave: number };

/** Two scores for each rule stand side by side. */
export const SCORES_PER_RULE = 2;

/** The score of each rule for some features of a draft, in the order of the rules. */
export function ruleScores(features: Features, { rules, space, scores }: DraftCheckWeights): readonly RuleScore[] {
  const all = classScores(vectorOf(features, space), scores);
  return rules.map((_, number) => ({
    breaks: all[SCORES_PER_RULE * number] ?? 0,
    grave: all[SCORES_PER_RULE * number + 1] ?? 0,
  }));
}
