import { classScores } from '../../../src/core/match/classifier';
import { type LinearSample, trainLinear } from '../../../src/core/match/train-linear';

const SIZE = 6;
/** Texts of some of six features: the first three speak for class 0, the others for class 1. */
const samples: readonly LinearSample[] = [
  [0, 1],
  [1, 2],
  [0, 2],
  [3, 4],
  [4, 5],
  [3, 5],
].map((at) => {
  const wanted = (at[0] ?? 0) < 3 ? [1, 0] : [0, 1];
  return {
    vector: { at: Uint32Array.from(at), weight: Float32Array.from(at, () => Math.SQRT1_2) },
    errorsOf: (scores) => scores.map((score, one) => 1 / (1 + Math.exp(-score)) - (wanted[one] ?? 0)),
  };
});
const settings = { features: SIZE, classes: 2, passes: 30 };
const scoresOf = (trained: ReturnType<typeof trainLinear>) =>
  samples.map(({ vector }) => [...classScores(vector, trained)]);

describe('trainLinear', () => {
  it.each([0, 0.3])('learns both classes with %d of the features left out in each pass', (leftOut) => {
    const scores = scoresOf(trainLinear(samples, { ...settings, leftOut }));
    scores.forEach(([first = 0, second = 0], at) => {
      expect(at < 3 ? first - second : second - first).toBeGreaterThan(1);
    });
  });

  it('leaves out the same features each time, so that training is repeatable', () => {
    const once = trainLinear(samples, { ...settings, leftOut: 0.3 });
    expect(trainLinear(samples, { ...settings, leftOut: 0.3 })).toEqual(once);
    expect(trainLinear(samples, settings)).not.toEqual(once);
  });

  it('does not change the samples, whatever it leaves out', () => {
    const before = samples.map(({ vector }) => [...vector.at, ...vector.weight]);
    trainLinear(samples, { ...settings, leftOut: 0.5 });
    expect(samples.map(({ vector }) => [...vector.at, ...vector.weight])).toEqual(before);
  });

  it('may be told the errors in the scores that it gave', () => {
    const inPlace = samples.map((sample) => ({
      ...sample,
      errorsOf: (scores: Float64Array) => {
        scores.set(sample.errorsOf(scores));
        return scores;
      },
    }));
    expect(trainLinear(inPlace, settings)).toEqual(trainLinear(samples, settings));
  });

  it('learns nothing from nothing', () => {
    expect(trainLinear([], settings).weights).toHaveLength(0);
  });

  it('keeps weights of two steps and more, each with its class, in the order of the features', () => {
    const { starts, owners, weights } = trainLinear(samples, settings);
    expect([...starts]).toHaveLength(SIZE + 1);
    expect(starts[0]).toBe(0);
    expect(starts.at(-1)).toBe(weights.length);
    expect(owners).toHaveLength(weights.length);
    expect([...starts]).toEqual([...starts].toSorted((a, b) => a - b));
    expect(weights.every((weight) => Math.abs(weight) >= 2)).toBe(true);
  });
});
