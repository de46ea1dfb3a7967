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

/** Log-odds by what was learned for some features of a draft, rule by rule in their order, and that any rule is broken. */
export type DraftScores = {
  readonly rules: readonly { readonly breaks: number; readonly grave: number }[];
  readonly any: number;
};

export function draftScores(features: Features, { rules, space, scores }: DraftCheckWeights): DraftScores {
  const all = classScores(vectorOf(features, space), scores);
  return {
    rules: rules.map((_, rule) => ({
      breaks: all[SCORES_PER_RULE * rule] ?? 0,
      grave: all[SCORES_PER_RULE * rule + 1] ?? 0,
    })),
    any: all[SCORES_PER_RULE * rules.length] ?? 0,
  };
}
