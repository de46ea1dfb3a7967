import type { ClassifierWeights } from '../model';
import type { Vector } from './feature-space';

/** How likely a text belongs to each class, by class number; the shares sum to 1. */
export function createClassifier(trained: ClassifierWeights): (vector: Vector) => Float64Array {
  const { classes, scale, bias, weights } = trained;
  return ({ at, weight }) => {
    const scores = new Float64Array(classes);
    at.forEach((feature, index) => {
      const value = weight[index] ?? 0;
      const row = feature * classes;
      for (let one = 0; one < classes; one++) scores[one] = (scores[one] ?? 0) + value * (weights[row + one] ?? 0);
    });
    return shareOut(scores.map((score, one) => score * (scale[one] ?? 0) + (bias[one] ?? 0)));
  };
}

/** Scores -> shares of 1; `sharpness` says how much the best stands out. */
export function shareOut(scores: Float64Array, sharpness = 1): Float64Array {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp((score - most) * sharpness));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}
