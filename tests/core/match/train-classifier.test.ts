import fc from 'fast-check';
import { classScores, shareOut } from '../../../src/core/match/classifier';
import { NO_LEXICON } from '../../../src/core/match/lexicon';
import { samplesOf } from '../../../src/core/match/train';
import { trainClassifier } from '../../../src/core/match/train-classifier';

const WAYS = [
  ['can I post photos', 'are pictures of children allowed', 'posting pictures', 'may I share a photo'],
  ['who answers when the clerk is away', 'can I ring the clerk', 'the clerk is on leave', 'when is the clerk in'],
  ['how do I block a troll', 'a troll keeps posting', 'blocking people', 'shall I block him'],
];
const { space, samples } = samplesOf(
  WAYS.map((ways) => ({ ways, heading: '', body: '' })),
  NO_LEXICON,
);
const trained = trainClassifier(samples, { features: space.hashes.length, classes: WAYS.length });

describe('trainClassifier', () => {
  it('learns which class each of its samples belongs to', () => {
    for (const { vector, owner } of samples) {
      const scores = classScores(vector, trained);
      expect(scores.indexOf(Math.max(...scores))).toBe(owner);
      expect(shareOut(scores)[owner]).toBeGreaterThan(0.9);
    }
  });

  it('learns the same from the same samples', () => {
    expect(trainClassifier(samples, { features: space.hashes.length, classes: WAYS.length })).toEqual(trained);
  });

  it('keeps weights that fill the range of a byte for every class, each with its scale', () => {
    for (let one = 0; one < trained.classes; one++) {
      const own = trained.weights.filter((_, place) => trained.owners[place] === one);
      expect(Math.max(...own.map(Math.abs))).toBe(127);
      expect(trained.scale[one]).toBeGreaterThan(0);
    }
  });

  it('gives numbers for a class without samples and for no samples at all', () => {
    const lonely = trainClassifier(samples, { features: space.hashes.length, classes: WAYS.length + 1 });
    expect(lonely.scale.every(Number.isFinite)).toBe(true);
    const [{ vector } = { vector: { at: new Uint32Array(), weight: new Float32Array() } }] = samples;
    const scores = classScores(vector, lonely);
    expect(scores[WAYS.length]).toBe(Math.min(...scores));
    expect([...classScores(vector, trainClassifier([], { features: space.hashes.length, classes: 2 }))]).toEqual([
      0, 0,
    ]);
  });
});

describe('classScores', () => {
  it('adds up weight by weight what each class gives to the features of a text', () => {
    const weights = {
      features: 3,
      classes: 2,
      scale: [0.5, 2],
      bias: [1, -1],
      starts: Uint32Array.of(0, 1, 1, 3),
      owners: Uint8Array.of(1, 0, 1),
      weights: Int8Array.of(3, -4, 5),
    };
    const vector = { at: Uint32Array.of(2, 0, 1), weight: Float32Array.of(0.5, 0.25, 0.75) };
    expect([...classScores(vector, weights)]).toEqual([0.5 * (0.5 * -4) + 1, 2 * (0.5 * 5 + 0.25 * 3) - 1]);
  });

  it('gives the bias alone for a text without features', () => {
    const nothing = { at: new Uint32Array(), weight: new Float32Array() };
    expect([...classScores(nothing, trained)]).toEqual([...trained.bias]);
  });
});

describe('shareOut', () => {
  const scores = fc.array(fc.double({ min: -1_000, max: 1_000, noNaN: true }), { minLength: 1, maxLength: 8 });

  it('makes shares of one in the order of the scores', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(1, 2.5, 30), (all, sharpness) => {
        const shares = shareOut(Float64Array.from(all), sharpness);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const [one, score] of all.entries())
          for (const [other, rival] of all.entries())
            if (score >= rival) expect(shares[one] ?? 0).toBeGreaterThanOrEqual((shares[other] ?? 0) - 1e-12);
      }),
    );
  });

  it('lets the best stand out more the sharper it is', () => {
    const [dull = 0, sharp = 0] = [1, 3].map((sharpness) => shareOut(Float64Array.of(1, 2), sharpness)[1]);
    expect(sharp).toBeGreaterThan(dull);
  });

  it('has nothing to share among nobody', () => {
    expect([...shareOut(new Float64Array())]).toEqual([]);
  });
});
