import type { ClassifierWeights } from './classifier';
import type { Vector } from './feature-space';
import { numberList } from './number-list';
import { createRandom, shuffle } from './random';

/** How far one sample moves the weights at the beginning and at the end. */
const FIRST_STEP = 2;
const LAST_STEP = 0.05;
const BIAS_STEP = 0.1;
const LARGEST_WEIGHT = 127;
const LEAST_STEPS = 2;
/** A smaller error moves no weight; that halves the time, because most classes are far from most texts. */
const LEAST_ERROR = 1e-4;

/**
 * What is learned from one text: `errorsOf` says for its scores, class by class, how far each is from what it should be. It may write
 * into the scores that it is given.
 */
export type LinearSample = {
  readonly vector: Vector;
  readonly errorsOf: (scores: Float64Array) => Float64Array;
};

/** `leftOut` is the share of a text's features that each pass over it leaves out at random, so that no single one is relied on. */
export type LinearSettings = {
  readonly features: number;
  readonly classes: number;
  readonly passes: number;
  readonly leftOut?: number;
};

/**
 * Trains linear scores by stochastic gradient descent and rounds the weights to bytes. The same samples in the same order give the
 * same weights: the shuffle has a fixed seed.
 */
export function trainLinear(
  samples: readonly LinearSample[],
  { features, classes, passes, leftOut = 0 }: LinearSettings,
): ClassifierWeights {
  const weights = new Float32Array(features * classes);
  const bias = new Float64Array(classes);
  const random = createRandom();
  const order = samples.map((_, index) => index);
  const longest = samples.reduce((most, { vector }) => Math.max(most, vector.at.length), 0);
  const buffers = {
    at: new Uint32Array(longest),
    weight: new Float32Array(longest),
    scores: new Float64Array(classes),
    moved: new Uint32Array(classes),
  };
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    const step = FIRST_STEP * (1 - pass / passes) + LAST_STEP;
    for (const index of order) {
      const sample = samples[index];
      if (!sample) continue;
      const size = thin(sample.vector, { leftOut, random, buffers });
      learn(sample, { weights, bias, classes, step, size, buffers });
    }
  }
  return { features, classes, ...rounded(weights, { features, classes }), bias: [...bias] };
}

/** Memory that every text uses anew: making it anew for each took as long as the learning. */
type Buffers = {
  readonly at: Uint32Array;
  readonly weight: Float32Array;
  readonly scores: Float64Array;
  readonly moved: Uint32Array;
};

/** Copies a vector into the buffers, less what is left out, and gives the number of features kept. */
function thin(
  { at, weight }: Vector,
  { leftOut, random, buffers }: { readonly leftOut: number; readonly random: () => number; readonly buffers: Buffers },
): number {
  let size = 0;
  for (let index = 0; index < at.length; index++) {
    if (leftOut > 0 && random() < leftOut) continue;
    buffers.at[size] = at[index] ?? 0;
    buffers.weight[size] = weight[index] ?? 0;
    size++;
  }
  return size;
}

type Learning = {
  readonly weights: Float32Array;
  readonly bias: Float64Array;
  readonly classes: number;
  readonly step: number;
  readonly size: number;
  readonly buffers: Buffers;
};

function learn({ errorsOf }: LinearSample, { weights, bias, classes, step, size, buffers }: Learning): void {
  const { at, weight, scores, moved } = buffers;
  scores.set(bias);
  for (let index = 0; index < size; index++) {
    const value = weight[index] ?? 0;
    const row = (at[index] ?? 0) * classes;
    for (let one = 0; one < classes; one++) scores[one] = (scores[one] ?? 0) + value * (weights[row + one] ?? 0);
  }
  const error = errorsOf(scores);
  let count = 0;
  for (let one = 0; one < classes; one++) if (Math.abs(error[one] ?? 0) >= LEAST_ERROR) moved[count++] = one;
  for (let index = 0; index < size; index++) {
    const move = (weight[index] ?? 0) * step;
    const row = (at[index] ?? 0) * classes;
    for (let place = 0; place < count; place++) {
      const one = moved[place] ?? 0;
      weights[row + one] = (weights[row + one] ?? 0) - (error[one] ?? 0) * move;
    }
  }
  for (let one = 0; one < classes; one++) bias[one] = (bias[one] ?? 0) - (error[one] ?? 0) * step * BIAS_STEP;
}

/** The largest weight of a class is 127 of its steps. Weights that round to less than two steps are left out: they are four in five, and change nothing. */
function rounded(
  weights: Float32Array,
  { features, classes }: Pick<LinearSettings, 'features' | 'classes'>,
): Pick<ClassifierWeights, 'scale' | 'starts' | 'owners' | 'weights'> {
  const largest = new Float64Array(classes);
  for (let place = 0; place < weights.length; place++) {
    const one = place % classes;
    largest[one] = Math.max(largest[one] ?? 0, Math.abs(weights[place] ?? 0));
  }
  const scale = [...largest].map((value) => (value || 1) / LARGEST_WEIGHT);
  const steps = Int8Array.from(weights, (weight, place) => Math.round(weight / (scale[place % classes] ?? 1)));
  const kept = steps.reduce((count, step) => (isKept(step) ? count + 1 : count), 0);
  const starts = new Uint32Array(features + 1);
  const owners = numberList(kept, classes);
  const left = new Int8Array(kept);
  let end = 0;
  steps.forEach((step, place) => {
    if (isKept(step)) {
      owners[end] = place % classes;
      left[end] = step;
      end++;
    }
    if ((place + 1) % classes === 0) starts[(place + 1) / classes] = end;
  });
  return { scale, starts, owners, weights: left };
}

function isKept(step: number): boolean {
  return Math.abs(step) >= LEAST_STEPS;
}
