import fc from 'fast-check';
import { type AlarmSample, createAlarmLikeness, indexAlarmExamples } from '../../../src/core/match/alarm-examples';
import { createFeatureSpace, type Vector, vectorOf } from '../../../src/core/match/feature-space';
import { wordFeatures } from '../../../src/core/match/features';
import { NO_LEXICON } from '../../../src/core/match/lexicon';
import { readText } from '../../../src/core/match/read-text';
import { growsEvenly } from '../grows-evenly';

const DANGEROUS = [
  'he stands at my gate with a billhook',
  'she took the whole bottle of pills',
  'a man is in the porch',
];
const HARMLESS = [
  'we cut the hedge with a billhook',
  'pills for the dog are at the vet',
  'who paints the porch of the hall',
];
const featuresIn = (text: string) => wordFeatures(readText(text, NO_LEXICON));
const space = createFeatureSpace([...DANGEROUS, ...HARMLESS, 'something else'].map(featuresIn), 1);
const vectorIn = (text: string) => vectorOf(featuresIn(text), space);
const sampleOf = (text: string, danger: boolean, kept = true): AlarmSample => ({
  vector: vectorIn(text),
  danger,
  kept,
});
const samples = [...DANGEROUS.map((text) => sampleOf(text, true)), ...HARMLESS.map((text) => sampleOf(text, false))];
const likeness = (all: readonly AlarmSample[]) => {
  const like = createAlarmLikeness(indexAlarmExamples(all, space.hashes.length));
  return (text: string) => like(vectorIn(text));
};
const like = likeness(samples);

describe('likeness to examples of danger', () => {
  it('is high for an example of danger and low for one that only sounds so', () => {
    for (const text of DANGEROUS) expect(like(text)).toBeGreaterThan(0.9);
    for (const text of HARMLESS) expect(like(text)).toBeLessThan(0.1);
  });

  it('goes by the nearest example where both have the same words', () => {
    expect(like('a billhook, and he stands there')).toBeGreaterThan(0.5);
    expect(like('a billhook for the hedge')).toBeLessThan(0.5);
  });

  it.each(['', 'кжщ', 'quite another matter'])('is nothing for "%s"', (text) => {
    expect(like(text)).toBe(0);
  });

  it('is nothing without examples', () => {
    expect(likeness([])('he stands at my gate')).toBe(0);
  });

  it('learns from what is not kept which words tell, and never takes it for an example', () => {
    const others = Array.from({ length: 20 }, () => sampleOf('he stands at my gate with a billhook', false, false));
    expect(likeness([...samples, ...others])('he stands at my gate with a billhook')).toBeGreaterThan(0.9);
    expect(indexAlarmExamples([...samples, ...others], space.hashes.length).danger).toHaveLength(samples.length);
  });

  it('is the same every time, and whatever was asked before', () => {
    const before = like('he stands at the porch');
    like('pills and a bottle for the dog');
    expect(like('he stands at the porch')).toBe(before);
    expect(likeness(samples)('he stands at the porch')).toBe(before);
  });

  it('is the same in whatever order the examples stand', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(samples, { minLength: samples.length }), (shuffled) => {
        const other = likeness(shuffled);
        for (const text of [...DANGEROUS, ...HARMLESS, 'he stands at the porch with pills'])
          expect(other(text)).toBeCloseTo(like(text), 6);
      }),
    );
  });

  it('leaves out a feature that stands in thousands of messages', () => {
    const many = Array.from({ length: 3_001 }, (_, at) => sampleOf('something', at % 2 === 0, false));
    const { telling } = indexAlarmExamples([...samples, ...many], space.hashes.length);
    const [place = -1] = vectorIn('something').at;
    expect(telling[place]).toBe(0);
    expect([...telling].filter((value) => value > 0)).toHaveLength(telling.length - 1);
  });

  it('is the share of danger among the thirty nearest, the nearer the heavier, as a comparison with all finds it', () => {
    const word = fc.constantFrom(...DANGEROUS.join(' ').split(' '), ...HARMLESS.join(' ').split(' '));
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
    const labelled = fc.record({ text, danger: fc.boolean() });
    fc.assert(
      fc.property(fc.array(labelled, { minLength: 1, maxLength: 30 }), text, (all, asked) => {
        const examples = all.map((one) => sampleOf(one.text, one.danger));
        const { telling } = indexAlarmExamples(examples, space.hashes.length);
        const found = likeness(examples)(asked);
        expect(Math.abs(found - searched(examples, vectorIn(asked), telling))).toBeLessThan(0.001);
      }),
      { numRuns: 200 },
    );
  });

  it('takes about ten times as long for ten times as many words', () => {
    const said = (size: number) => vectorIn('he stands at the porch with pills '.repeat(size));
    const [few, many] = [said(50), said(500)];
    const inAll = createAlarmLikeness(indexAlarmExamples(samples, space.hashes.length));
    expect(growsEvenly((size) => inAll(size === 50 ? few : many), 50, 500)).toBe(true);
  });
});

/** The same by comparing with every example, whose weights are rounded to 255ths and left out below 0.06. */
function searched(examples: readonly AlarmSample[], asked: Vector, telling: Float32Array): number {
  const scaled = ({ at, weight }: Vector) => {
    const told = new Map([...at].map((feature, index) => [feature, (weight[index] ?? 0) * (telling[feature] ?? 0)]));
    const length = Math.hypot(...told.values()) || 1;
    return new Map([...told].map(([feature, value]) => [feature, value / length]));
  };
  const wanted = scaled(asked);
  const near = examples
    .map(({ vector, danger }) => {
      const kept = [...scaled(vector)].filter(([, value]) => value >= 0.06);
      const cosine = kept.reduce(
        (sum, [feature, value]) => sum + (Math.round(value * 255) / 255) * (wanted.get(feature) ?? 0),
        0,
      );
      return { danger, cosine };
    })
    .filter(({ cosine }) => cosine > 0)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, 30);
  const weigh = (some: typeof near) => some.reduce((sum, { cosine }) => sum + Math.exp(30 * cosine), 0);
  const danger = weigh(near.filter((one) => one.danger));
  return danger / (weigh(near) + 30 - near.length);
}
