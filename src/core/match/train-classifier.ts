import { type ClassifierWeights, shareOutInPlace } from './classifier';
import type { Vector } from './feature-space';
import { type LinearSettings, trainLinear } from './train-linear';

/** Passes over all samples; twenty gained nothing on the labelled questions. */
const PASSES = 6;

export type Sample = { readonly vector: Vector; readonly owner: number };

/** Trains multinomial logistic regression. The same samples in the same order give the same weights. */
export function trainClassifier(
  samples: readonly Sample[],
  settings: Omit<LinearSettings, 'passes'> & { readonly passes?: number },
): ClassifierWeights {
  return trainLinear(
    samples.map(({ vector, owner }) => ({
      vector,
      errorsOf: (scores) => {
        const errors = shareOutInPlace(scores);
        errors[owner] = (errors[owner] ?? 0) - 1;
        return errors;
      },
    })),
    { passes: PASSES, ...settings },
  );
}
