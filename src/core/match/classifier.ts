import type { FeatureSpace, Vector } from './feature-space';

/**
 * A trained linear classifier: one weight for each feature and class, in steps of the class's `scale`, row by row of features.
 * `weights` has `features * classes` entries from -127 to 127.
 */
export type ClassifierWeights = {
  readonly features: number;
  readonly classes: number;
  readonly scale: readonly number[];
  readonly bias: readonly number[];
  readonly weights: Int8Array;
};

/**
 * What was learned from the ways of asking: what a text is about, which kind of danger it tells of, and whether it tells of any. All
 * see texts in the same space, the last two without groups of letters.
 */
export type Classifiers = {
  readonly space: FeatureSpace;
  readonly subjects: ClassifierWeights;
  readonly urgency: ClassifierWeights;
  readonly danger: ClassifierWeights;
};

/** How strongly a text points to each class, by class number; unbounded. */
export function classScores({ at, weight }: Vector, trained: ClassifierWeights): Float64Array {
  const { classes, scale, bias, weights } = trained;
  const scores = new Float64Array(classes);
  at.forEach((feature, index) => {
    const value = weight[index] ?? 0;
    const row = feature * classes;
    for (let one = 0; one < classes; one++) scores[one] = (scores[one] ?? 0) + value * (weights[row + one] ?? 0);
  });
  return scores.map((score, one) => score * (scale[one] ?? 0) + (bias[one] ?? 0));
}

/** Scores -> shares of 1; `sharpness` says how much the best stands out. */
export function shareOut(scores: Float64Array, sharpness = 1): Float64Array {
  const most = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const raised = scores.map((score) => Math.exp((score - most) * sharpness));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}
