import fc from 'fast-check';
import { compareExemplars } from '../../../src/core/match/exemplars';
import { createFeatureSpace } from '../../../src/core/match/feature-space';

type Classes = readonly (readonly string[])[];

const CLASSES: Classes = [
  ['can I post photos', 'are pictures of children allowed', 'posting pictures'],
  ['who answers when the clerk is away', 'can I ring the clerk', 'the clerk is on leave'],
  ['how do I block a troll', 'a troll keeps posting', 'blocking people'],
];

function compare(classes: Classes, text: string): readonly number[] {
  const space = createFeatureSpace(classes.flat());
  return [...compareExemplars(classes, space)(space.vectorOf(text))];
}

describe('compareExemplars', () => {
  it.each(CLASSES.flatMap((ways, owner) => ways.map((way) => [way, owner] as const)))(
    'finds the words "%s" most alike to class %d, which holds them',
    (way, owner) => {
      const likeness = compare(CLASSES, way);
      expect(likeness.indexOf(Math.max(...likeness))).toBe(owner);
    },
  );

  it.each(['', 'xqzvkjw', '👍'])('finds nothing alike to %j', (text) => {
    expect(compare(CLASSES, text)).toEqual([0, 0, 0]);
  });

  it('gives a class without ways nothing', () => {
    expect(compare([...CLASSES, []], 'can I post photos')[3]).toBe(0);
  });

  const word = fc.constantFrom('can', 'post', 'photo', 'clerk', 'troll', 'block', 'the', 'page');
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
  const classes = fc.array(fc.array(text, { maxLength: 5 }), { minLength: 1, maxLength: 4 });

  it('gives the cosine with the three nearest ways of a class, the nearest counting most', () => {
    fc.assert(
      fc.property(classes, text, (all, asked) => {
        const likeness = compare(all, asked);
        all.forEach((ways, owner) => {
          expect(likeness[owner]).toBeCloseTo(nearestThree(all, ways, asked), 9);
          expect(likeness[owner]).toBeGreaterThanOrEqual(0);
          expect(likeness[owner]).toBeLessThanOrEqual(1 + 1e-9);
        });
      }),
    );
  });

  it('gives a class the same wherever it stands and however its ways are ordered', () => {
    fc.assert(
      fc.property(classes, text, (all, asked) => {
        const turned = compare(all.map((ways) => ways.toReversed()).toReversed(), asked).toReversed();
        compare(all, asked).forEach((value, owner) => {
          expect(turned[owner]).toBeCloseTo(value, 9);
        });
      }),
    );
  });
});

function nearestThree(all: Classes, ways: readonly string[], asked: string): number {
  const space = createFeatureSpace(all.flat());
  const weights = (text: string) => {
    const { at, weight } = space.vectorOf(text);
    return new Map(at.map((feature, place) => [feature, weight[place] ?? 0]));
  };
  const question = weights(asked);
  const [first = 0, second = 0, third = 0] = ways
    .map((way) => [...weights(way)].reduce((sum, [feature, weight]) => sum + weight * (question.get(feature) ?? 0), 0))
    .sort((a, b) => b - a);
  return first * 0.6 + second * 0.25 + third * 0.15;
}
