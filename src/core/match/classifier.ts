import type { AlarmExamples } from './alarm-examples';
import type { FeatureSpace, Vector } from './feature-space';
import type { NumberList } from './number-list';

/**
 * A trained linear classifier: the weights of feature `n` are entries `starts[n]` to `starts[n + 1]`, each for the class that `owners`
 * holds there, from -127 to 127 in steps of the class's `scale`. A feature has no weight for a class that is not among them.
 */
export type ClassifierWeights = {
  readonly features: number;
  readonly classes: number;
  readonly scale: readonly number[];
  readonly bias: readonly number[];
  readonly starts: Uint32Array;
  readonly owners: NumberList;
  readonly weights: Int8Array;
};

/** What was learned from the ways of asking: what a text is about, and when it tells of danger. */
export type Classifiers = {
  readonly space: FeatureSpace;
  readonly subjects: ClassifierWeights;
  readonly alarm: AlarmWeights;
};

/** Which kind of danger a message tells of, whether a stretch of one tells of any, and what it is like. All see words without groups of letters. */
export type AlarmWeights = {
  readonly space: FeatureSpace;
  readonly levels: ClassifierWeights;
  readonly danger: ClassifierWeights;
  readonly examples: AlarmExamples;
};

/** How strongly a text points to each class, by class number; unbounded. */
export function classScores({ at, weight }: Vector, trained: ClassifierWeights): Float64Array {
  const { classes, scale, bias, starts, owners, weights } = trained;
  const scores = new Float64Array(classes);
  for (let index = 0; index < at.length; index++) {
    const feature = at[index] ?? 0;
    const value = weight[index] ?? 0;
    const end = starts[feature + 1] ?? 0;
    for (let place = starts[feature] ?? 0; place < end; place++) {
      const one = owners[place] ?? 0;
      scores[one] = (scores[one] ?? 0) + value * (weights[place] ?? 0);
    }
  }
  return scores.map((score, one) => score * (scale[one] ?? 0) + (bias[one] ?? 0));
}

/** Scores -> shares of 1; `sharpness` says how much the best stands out. */
export function shareOut(scores: Float64Array, sharpness = 1): Float64Array {
  return shareOutInPlace(scores.slice(), sharpness);
}

/** The same in place: training does it millions of times. */
export function shareOutInPlace(scores: Float64Array, sharpness = 1): Float64Array {
  const most = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let one = 0; one < scores.length; one++) {
    const raised = Math.exp(((scores[one] ?? 0) - most) * sharpness);
    scores[one] = raised;
    total += raised;
  }
  for (let one = 0; one < scores.length; one++) scores[one] = (scores[one] ?? 0) / total;
  return scores;
}
