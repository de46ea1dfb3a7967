import fc from 'fast-check';
import {
  adjustConfidence,
  CONFIDENCE_FEATURES,
  confidenceFeatures,
  confidenceOf,
  fitConfidence,
  type Judged,
} from '../../../src/core/match/confidence';
import type { Candidate } from '../../../src/core/match/create-ranking';
import { createRandom, shuffle } from '../../../src/core/match/random';

/** Made-up rankings: the first feature tells how likely they are right, by a known curve; the second tells nothing. */
function madeUp(
  count: number,
  { slope, shift }: { readonly slope: number; readonly shift: number },
): readonly Judged[] {
  const random = createRandom();
  return Array.from({ length: count }, () => {
    const [telling, silent] = [4 * random() - 2, 10 * random()];
    return { features: [telling, silent], right: random() < 1 / (1 + Math.exp(-(slope * telling + shift))) };
  });
}

const judged = madeUp(2_000, { slope: 2, shift: 0.5 });
const fitted = fitConfidence(judged);
const sure = (telling: number, silent = 5) => confidenceOf([telling, silent], fitted);
const rightIn = (all: readonly Judged[]) => all.filter(({ right }) => right).length / all.length;
const meanOf = (all: readonly Judged[], weights: typeof fitted) =>
  all.reduce((sum, { features }) => sum + confidenceOf(features, weights), 0) / all.length;

describe('fitConfidence', () => {
  it('recovers the order of likelihood, and the likelihoods themselves', () => {
    const found = [-2, -1, 0, 1, 2].map((telling) => sure(telling));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    for (const [at, telling] of [-2, -1, 0, 1, 2].entries())
      expect(Math.abs((found[at] ?? 0) - 1 / (1 + Math.exp(-(2 * telling + 0.5))))).toBeLessThan(0.06);
  });

  it('makes little of a feature that tells nothing', () => {
    expect(Math.abs(sure(0, 10) - sure(0, 0))).toBeLessThan((sure(2) - sure(-2)) * 0.15);
  });

  it('is on the whole as sure as the rankings were right', () => {
    expect(meanOf(judged, fitted)).toBeCloseTo(rightIn(judged), 3);
  });

  it('learns the same whatever the order of the rankings', () => {
    const shuffled = [...judged];
    shuffle(shuffled, createRandom());
    expect(shuffled).not.toEqual(judged);
    const again = fitConfidence(shuffled);
    for (const { features } of judged.slice(0, 50))
      expect(confidenceOf(features, again)).toBeCloseTo(confidenceOf(features, fitted), 6);
  });

  const few = fc.array(
    fc.record({
      features: fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.constant(0.1)),
      right: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('gives probabilities for few rankings, a constant column, and answers that were all right or all wrong', () => {
    fc.assert(
      fc.property(few, (all) => {
        for (const rankings of [all, all.map((one) => ({ ...one, right: true }))])
          for (const { features } of all) {
            const confidence = confidenceOf(features, fitConfidence(rankings));
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
          }
      }),
    );
  });

  it('stays finite where one feature separates right from wrong', () => {
    const separable = Array.from({ length: 40 }, (_, at) => ({ features: [at, 3], right: at >= 20 }));
    const { weights, bias, scale } = fitConfidence(separable);
    expect([...weights, bias, ...scale].every(Number.isFinite)).toBe(true);
    expect(confidenceOf([39, 3], fitConfidence(separable))).toBeGreaterThan(0.9);
    expect(confidenceOf([0, 3], fitConfidence(separable))).toBeLessThan(0.1);
  });

  it('learns nothing from nothing', () => {
    expect(fitConfidence([])).toEqual({ centre: [], scale: [], weights: [], bias: 0 });
  });
});

describe('adjustConfidence', () => {
  const own = madeUp(80, { slope: 2, shift: -2 });
  const adjusted = adjustConfidence(fitted, own);

  it('moves the level to what a council’s own questions say', () => {
    expect(rightIn(own)).toBeLessThan(rightIn(judged) - 0.15);
    expect(meanOf(own, adjusted)).toBeCloseTo(rightIn(own), 3);
  });

  it('keeps the order of any two rankings', () => {
    const rankings = judged.slice(0, 100).map(({ features }) => features);
    const order = (weights: typeof fitted) =>
      rankings.toSorted((a, b) => confidenceOf(a, weights) - confidenceOf(b, weights));
    expect(order(adjusted)).toEqual(order(fitted));
  });

  it('changes next to nothing where the council’s questions say the same', () => {
    const same = adjustConfidence(fitted, judged);
    for (const { features } of judged.slice(0, 50))
      expect(Math.abs(confidenceOf(features, same) - confidenceOf(features, fitted))).toBeLessThan(0.02);
  });

  it('gives probabilities where all questions were alike', () => {
    const alike = Array.from({ length: 60 }, () => ({ features: [1, 5], right: true }));
    const confidence = confidenceOf([1, 5], adjustConfidence(fitted, alike));
    expect(confidence).toBeGreaterThan(0.9);
    expect(confidence).toBeLessThanOrEqual(1);
  });
});

describe('confidenceFeatures', () => {
  const candidate = (score: number, evidence: Candidate['evidence']): Candidate => ({
    one: 0,
    score,
    evidence,
    nearest: [],
  });
  const read = (...candidates: readonly Candidate[]) => {
    const features = confidenceFeatures({ words: ['who', 'asks'], concepts: [], known: 0.5, candidates });
    return (name: (typeof CONFIDENCE_FEATURES)[number]) => features[CONFIDENCE_FEATURES.indexOf(name)] ?? Number.NaN;
  };
  const strong = candidate(6, {
    trained: 1,
    likely: 0.9,
    strength: 0.8,
    ways: 0.7,
    terms: 0.6,
    fuzzy: 0.5,
    letters: 0.4,
  });
  const weak = candidate(2, {
    trained: 0.4,
    likely: 0,
    strength: 0.2,
    ways: 0.5,
    terms: 0.1,
    fuzzy: 0.6,
    letters: 0.3,
  });

  it('has a number for each of its names', () => {
    for (const candidates of [[], [strong], [strong, weak], [weak, strong]]) {
      const features = confidenceFeatures({ words: [], concepts: [], known: 0, candidates });
      expect(features).toHaveLength(CONFIDENCE_FEATURES.length);
      expect(features.every(Number.isFinite)).toBe(true);
    }
  });

  it.each([
    ['score of the first', 6],
    ['lead over the second', 4],
    ['lead over the third', 6],
    ['lead by training', 0.6],
    ['words in common', 0.6],
    ['lead in words in common', 0.5],
    ['lead in fuzzy likeness', -0.1],
    ['kinds of evidence that agree', 6 / 7],
    ['words that are known', 0.5],
    ['known words in common', 0.3],
    ['length', Math.log(3)],
  ] as const)('reads the %s', (name, value) => {
    expect(read(strong, weak)(name)).toBeCloseTo(value, 9);
  });

  it('gives a lone candidate the whole share and no spread', () => {
    expect(read(strong)('share of the first')).toBeCloseTo(Math.log(1.001), 9);
    expect(read(strong)('spread over all')).toBeCloseTo(0, 9);
    expect(read(strong, strong)('spread over all')).toBeCloseTo(Math.log(2), 6);
  });
});
