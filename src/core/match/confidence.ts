import { shareOut } from './classifier';
import type { Ranked } from './create-ranking';

/** How the features of a ranking become a probability: each is centred, scaled, weighed and summed, then put through a logistic curve. */
export type ConfidenceWeights = {
  readonly centre: readonly number[];
  readonly scale: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
};

/** A ranking of the past, and whether its first candidate was right. */
export type Judged = { readonly features: readonly number[]; readonly right: boolean };

/** What confidence is read from, in the order of `confidenceFeatures`. */
export const CONFIDENCE_FEATURES = [
  'score of the first',
  'lead over the second',
  'damped lead over the second',
  'lead over the third',
  'share of the first',
  'spread over all',
  'likely by training',
  'strength of training',
  'lead by training',
  'words in common',
  'lead in words in common',
  'likeness to a way of asking',
  'lead in likeness',
  'fuzzy likeness',
  'lead in fuzzy likeness',
  'letters in common',
  'lead in letters',
  'kinds of evidence that agree',
  'words that are known',
  'known words in common',
  'length',
] as const;

/** Steps of Newton's method, and the most that a weight may move in one: without a limit it can leap away and never come back. */
const STEPS = 40;
const LONGEST_STEP = 1;
/** Keeps weights small where few rankings have been judged (L2, on centred and scaled features). */
const RESTRAINT = 1;
const SHARPNESS = 3;
const LEAST_SLOPE = 0.1;

/** The numbers from which the confidence in the first candidate is read. */
export function confidenceFeatures({ candidates, known, words }: Ranked): readonly number[] {
  const [first, second, third] = candidates;
  if (!first) return CONFIDENCE_FEATURES.map(() => 0);
  const shares = shareOut(
    Float64Array.from(candidates, ({ score }) => score),
    SHARPNESS,
  );
  const kinds = Object.keys(first.evidence);
  const rivals = candidates.slice(0, 10);
  const agreeing = kinds.filter((kind) =>
    rivals.every(({ evidence }) => (evidence[kind] ?? 0) <= (first.evidence[kind] ?? 0)),
  );
  const at = (kind: string) => first.evidence[kind] ?? 0;
  const lead = (kind: string) => at(kind) - (second?.evidence[kind] ?? 0);
  const ahead = first.score - (second?.score ?? 0);
  return [
    first.score,
    ahead,
    Math.log(Math.max(0, ahead) + 1e-2),
    first.score - (third?.score ?? 0),
    Math.log((shares[0] ?? 0) + 1e-3),
    shares.reduce((sum, share) => sum - share * Math.log(share + 1e-12), 0),
    Math.log(at('likely') + 1e-3),
    Math.log(at('strength') + 1e-3),
    lead('trained'),
    at('terms'),
    lead('terms'),
    at('ways'),
    lead('ways'),
    at('fuzzy'),
    lead('fuzzy'),
    at('letters'),
    lead('letters'),
    agreeing.length / kinds.length,
    known,
    at('terms') * known,
    Math.log(1 + words.length),
  ];
}

/** The probability, from 0 to 1, that the first candidate is right. */
export function confidenceOf(features: readonly number[], calibration: ConfidenceWeights): number {
  return 1 / (1 + Math.exp(-logitOf(features, calibration)));
}

function logitOf(features: readonly number[], { centre, scale, weights, bias }: ConfidenceWeights): number {
  return features.reduce(
    (total, value, at) => total + ((value - (centre[at] ?? 0)) / (scale[at] ?? 1)) * (weights[at] ?? 0),
    bias,
  );
}

/** Learns from judged rankings by logistic regression. The same rankings give the same weights, whatever their order. */
export function fitConfidence(judged: readonly Judged[]): ConfidenceWeights {
  const size = judged[0]?.features.length ?? 0;
  const places = Array.from({ length: size }, (_, at) => at);
  const column = (at: number) => judged.map(({ features }) => features[at] ?? 0);
  const centre = places.map((at) => mean(column(at)));
  const scale = places.map((at) => Math.sqrt(mean(column(at).map((value) => (value - (centre[at] ?? 0)) ** 2))) || 1);
  const rows = judged.map(({ features, right }) => ({
    x: [1, ...places.map((at) => ((features[at] ?? 0) - (centre[at] ?? 0)) / (scale[at] ?? 1))],
    y: right ? 1 : 0,
  }));
  let found: readonly number[] = new Array(size + 1).fill(0);
  for (let step = 0; step < STEPS; step++) found = improved(found, rows);
  const [bias = 0, ...weights] = found;
  return { centre, scale, weights, bias };
}

/**
 * Fits weights that were learned elsewhere to a council's own questions: only how far and how steeply they reach, because sixty
 * questions cannot tell more.
 */
export function adjustConfidence(shipped: ConfidenceWeights, judged: readonly Judged[]): ConfidenceWeights {
  const logits = judged.map(({ features, right }) => ({ features: [logitOf(features, shipped)], right }));
  const { centre, scale, weights, bias } = fitConfidence(logits);
  // Labels that contradict the shipped weights must not turn their order round.
  const slope = Math.max(LEAST_SLOPE, (weights[0] ?? 0) / (scale[0] ?? 1));
  return {
    ...shipped,
    weights: shipped.weights.map((weight) => weight * slope),
    bias: bias + (shipped.bias - (centre[0] ?? 0)) * slope,
  };
}

type Row = { readonly x: readonly number[]; readonly y: number };

/** One step of Newton's method for logistic regression with L2 restraint on all weights but the bias. */
function improved(weights: readonly number[], rows: readonly Row[]): readonly number[] {
  const size = weights.length;
  const gradient = weights.map((weight, at) => (at === 0 ? 0 : -RESTRAINT * weight));
  const curvature = weights.map((_, at) =>
    weights.map((_other, to) => (at === to ? Number(at === 0 ? 1e-6 : RESTRAINT) : 0)),
  );
  for (const { x, y } of rows) {
    const p = 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
    for (let at = 0; at < size; at++) {
      gradient[at] = (gradient[at] ?? 0) + (y - p) * (x[at] ?? 0);
      const row = curvature[at] ?? [];
      for (let to = 0; to < size; to++) row[to] = (row[to] ?? 0) + p * (1 - p) * (x[at] ?? 0) * (x[to] ?? 0);
    }
  }
  const step = solve(curvature, gradient);
  const longest = Math.max(...step.map(Math.abs));
  const share = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
  return weights.map((weight, at) => weight + share * (step[at] ?? 0));
}

/** Solves `matrix · x = right` for a positive definite matrix by Gauss's elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  rows.forEach((pivot, at) => {
    for (const row of rows.slice(at + 1)) {
      const share = (row[at] ?? 0) / (pivot[at] || 1);
      for (let to = at; to <= size; to++) row[to] = (row[to] ?? 0) - share * (pivot[to] ?? 0);
    }
  });
  const found = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at--) {
    const row = rows[at] ?? [];
    const rest = found.reduce((sum, value, to) => (to > at ? sum + value * (row[to] ?? 0) : sum), 0);
    found[at] = ((row[size] ?? 0) - rest) / (row[at] || 1);
  }
  return found;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
