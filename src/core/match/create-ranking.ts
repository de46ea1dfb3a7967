import type { ClassifierWeights, Evidence } from '../model';
import { rankTerms } from './bm25f';
import { createClassifier, shareOut } from './classifier';
import { compareExemplars } from './exemplars';
import { createFeatureSpace, type FeatureSpace } from './feature-space';
import { createSpeller } from './spelling';
import { terms, words } from './tokens';

/** Something that a text may be about: ways of saying it, and, for a passage, its heading and words. */
export type MatchClass = { readonly ways: readonly string[]; readonly heading: string; readonly body: string };

/** How much of the evidence each class has, by class number; the shares sum to 1. */
export type Ranked = { readonly shares: Float64Array; readonly evidenceOf: (one: number) => Evidence };

/** What each kind of evidence counts in the sum, and how sharply its scores are turned into shares. Chosen on the labelled questions that shape the engine. */
const SHARE_OF = { trained: 0.4, ways: 0.4, terms: 0.2 };
const SHARE_WITHOUT_TRAINING = { trained: 0, ways: 0.7, terms: 0.3 };
const WAYS_SHARPNESS = 16;
const TERMS_SHARPNESS = 8;
const FIELD_WEIGHTS = { ways: 0.6, heading: 0.6, body: 1 };

/**
 * Ranks classes for a text: a trained classifier, likeness to ways of saying it, and term ranking, after unknown words have been
 * mended. Without trained weights (a policy that has just been changed) the other two decide.
 */
export function createRanking(
  classes: readonly MatchClass[],
  { space, trained }: { readonly space: FeatureSpace; readonly trained?: ClassifierWeights },
): (text: string) => Ranked {
  const classify = trained && createClassifier(trained);
  const likeness = compareExemplars(classes.map(textsOf), space);
  const ranking = rankTerms(
    classes.map(({ ways, heading, body }) => ({
      ways: ways.flatMap(terms),
      heading: terms(heading),
      body: body ? terms(body) : [],
    })),
    FIELD_WEIGHTS,
  );
  const spell = createSpeller(new Set(classes.flatMap(textsOf).flatMap(words)));
  const weights = classify ? SHARE_OF : SHARE_WITHOUT_TRAINING;
  return (text) => {
    const mended = spell(text);
    const vector = space.vectorOf(mended);
    const byClassifier = classify?.(vector);
    const byWays = shareOut(likeness(vector), WAYS_SHARPNESS);
    const byTerms = shareOut(termScores(ranking.scores(terms(mended)), classes.length), TERMS_SHARPNESS);
    const evidenceOf = (one: number) => ({
      trained: byClassifier?.[one] ?? 0,
      ways: byWays[one] ?? 0,
      terms: byTerms[one] ?? 0,
    });
    const shares = Float64Array.from(classes, (_, one) => {
      const evidence = evidenceOf(one);
      return evidence.trained * weights.trained + evidence.ways * weights.ways + evidence.terms * weights.terms;
    });
    return { shares, evidenceOf };
  };
}

/** The feature space in which classes are compared; training and matching must see the same one. */
export function featureSpaceOf(classes: readonly MatchClass[]): FeatureSpace {
  return createFeatureSpace(classes.flatMap(textsOf));
}

/** The texts that stand for a class. */
export function textsOf({ ways, body }: MatchClass): readonly string[] {
  return body ? [...ways, body] : ways;
}

/** Term scores from 0 to 1, the best at 1. */
function termScores(scores: ReadonlyMap<number, number>, count: number): Float64Array {
  const most = Math.max(1e-9, ...scores.values());
  return Float64Array.from({ length: count }, (_, one) => (scores.get(one) ?? 0) / most);
}
