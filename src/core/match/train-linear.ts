import type { ClassifierWeights } from './classifier';
import type { Vector } from './feature-space';
import { createRandom, shuffle } from './random';

/** How far one sample moves the weights at the beginning and at the end. */
const FIRST_STEP = 2;
const LAST_STEP = 0.05;
const BIAS_STEP = 0.1;
const LARGEST_WEIGHT = 127;

/** What is learned from one text: `errorsOf` says for its scores, class by class, how far each is from what it should be. */
export type LinearSample = {
  readonly vector: Vector;
  readonly errorsOf: (scores: Float64Array) => Float64Array;
};

/**
 * Trains linear scores by stochastic gradient descent and rounds the weights to bytes. The same samples in the same order give the
 * same weights: the shuffle has a fixed seed.
 */
export function trainLinear(
  samples: readonly LinearSample[],
  { features, classes, passes }: { readonly features: number; readonly classes: number; readonly passes: number },
): ClassifierWeights {
  const weights = new Float32Array(features * classes);
  const bias = new Float64Array(classes);
  const random = createRandom();
  const order = samples.map((_, index) => index);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    const step = FIRST_STEP * (1 - pass / passes) + LAST_STEP;
    for (const index of order) {
      const sample = samples[index];
      if (sample) learn(sample, { weights, bias, classes, step });
    }
  }
  return { features, classes, ...rounded(weights, classes), bias: [...bias] };
}

type Learning = {
  readonly weights: Float32Array;
  readonly bias: Float64Array;
  readonly classes: number;
  readonly step: number;
};

function learn({ vector, errorsOf }: LinearSample, { weights, bias, classes, step }: Learning): void {
  const { at, weight } = vector;
  const scores = Float64Array.from(bias);
  at.forEach((feature, index) => {
    const value = weight[index] ?? 0;
    const row = feature * classes;
    for (let one = 0; one < classes; one++) scores[one] = (scores[one] ?? 0) + value * (weights[row + one] ?? 0);
  });
  const error = errorsOf(scores);
  at.forEach((feature, index) => {
    const move = (weight[index] ?? 0) * step;
    for (let one = 0; one < classes; one++) {
      const place = feature * classes + one;
      weights[place] = (weights[place] ?? 0) - (error[one] ?? 0) * move;
    }
  });
  for (let one = 0; one < classes; one++) bias[one] = (bias[one] ?? 0) - (error[one] ?? 0) * step * BIAS_STEP;
}

function rounded(weights: Float32Array, classes: number): Pick<ClassifierWeights, 'scale' | 'weights'> {
  const largest = new Float64Array(classes);
  weights.forEach((weight, place) => {
    const one = place % classes;
    largest[one] = Math.max(largest[one] ?? 0, Math.abs(weight));
  });
  const scale = [...largest].map((value) => (value || 1) / LARGEST_WEIGHT);
  return {
    scale,
    weights: Int8Array.from(weights, (weight, place) => Math.round(weight / (scale[place % classes] ?? 1))),
  };
}
