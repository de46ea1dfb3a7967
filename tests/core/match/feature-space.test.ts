import fc from 'fast-check';
import { createFeatureSpace, vectorOf } from '../../../src/core/match/feature-space';
import { hashOf } from '../../../src/core/match/features';
import { counted } from './counted';

const texts = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 6 }), {
  minLength: 1,
  maxLength: 6,
});

describe('createFeatureSpace', () => {
  it('lists every feature once, by rising hash', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const { hashes, rarity } = createFeatureSpace(all.map(counted), 1);
        expect([...hashes]).toEqual([...new Set(all.flat().map(hashOf))].sort((a, b) => a - b));
        expect(rarity).toHaveLength(hashes.length);
      }),
    );
  });

  it('leaves out what too few texts have, however often it stands in one of them', () => {
    const space = createFeatureSpace([['a', 'b'], ['a'], ['c', 'c', 'c']].map(counted), 2);
    expect([...space.hashes]).toEqual([hashOf('a')]);
  });
});

describe('vectorOf', () => {
  it('has length 1, or none where nothing is known or everything is everywhere', () => {
    fc.assert(
      fc.property(texts, texts, (all, [asked = []]) => {
        const { weight } = vectorOf(counted(asked), createFeatureSpace(all.map(counted), 1));
        const length = Math.hypot(...weight);
        expect(Math.min(Math.abs(length), Math.abs(length - 1))).toBeLessThan(1e-5);
      }),
    );
  });

  it('weighs a rare word more than a common one, and one that every text has not at all', () => {
    const space = createFeatureSpace([['a', 'b', 'c'], ['a', 'b'], ['a']].map(counted), 1);
    const { at, weight } = vectorOf(counted(['a', 'b', 'c']), space);
    const of = (word: string) => weight[[...at].findIndex((place) => space.hashes[place] === hashOf(word))];
    expect(of('c')).toBeGreaterThan(of('b') ?? Number.NaN);
    expect(of('a')).toBe(0);
  });

  it('leaves out what the space does not know', () => {
    const space = createFeatureSpace([['a'], ['b']].map(counted), 1);
    expect(vectorOf(counted(['x', 'y']), space).at).toHaveLength(0);
    expect(vectorOf(counted(['x', 'a']), space).at).toHaveLength(1);
  });
});
