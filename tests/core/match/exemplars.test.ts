import fc from 'fast-check';
import { indexTerms } from '../../../src/core/match/bm25f';
import { createLikeness, indexExemplars } from '../../../src/core/match/exemplars';
import { words } from '../../../src/core/match/tokens';
import { counted } from './counted';

type Classes = readonly (readonly string[])[];

const CLASSES: Classes = [
  ['can I post photos', 'are pictures of children allowed', 'posting pictures'],
  ['who answers when the clerk is away', 'can I ring the clerk', 'the clerk is on leave'],
  ['how do I block a troll', 'a troll keeps posting', 'blocking people'],
];
/** Weights of exemplars are kept in 255ths. */
const ROUNDING = 0.01;

function compare(classes: Classes, text: string, numbers: readonly number[] = [...classes.keys()]) {
  const features = classes.map((ways) => ways.map((way) => counted(words(way))));
  const terms = indexTerms(
    classes.map((ways) => ({ body: counted(words(ways.join(' '))) })),
    { body: 1 },
  );
  return createLikeness(indexExemplars(features, terms), terms)(counted(words(text)), numbers);
}

const values = (classes: Classes, text: string) => compare(classes, text).map(({ value }) => value);

describe('createLikeness', () => {
  it.each(CLASSES.flatMap((ways, owner) => ways.map((way) => [way, owner] as const)))(
    'finds the words "%s" most alike to class %d, which holds them, and names them as the nearest',
    (way, owner) => {
      const likeness = compare(CLASSES, way);
      const best = likeness.reduce((most, one) => (one.value > most.value ? one : most));
      expect(likeness.indexOf(best)).toBe(owner);
      expect(CLASSES.flat()[best.nearest[0] ?? -1]).toBe(way);
    },
  );

  it.each(['', 'xqzvkjw', '👍'])('finds nothing alike to %j', (text) => {
    expect(compare(CLASSES, text)).toEqual(CLASSES.map(() => ({ value: 0, nearest: [] })));
  });

  it('gives a class without ways nothing', () => {
    expect(compare([...CLASSES, []], 'can I post photos')[3]).toEqual({ value: 0, nearest: [] });
  });

  it('compares the classes that were asked for, in the order in which they were', () => {
    const all = compare(CLASSES, 'can I block the clerk');
    expect(compare(CLASSES, 'can I block the clerk', [2, 1])).toEqual([all[2], all[1]]);
  });

  it('remembers nothing of the text before', () => {
    const features = CLASSES.map((ways) => ways.map((way) => counted(words(way))));
    const terms = indexTerms(
      CLASSES.map((ways) => ({ body: counted(words(ways.join(' '))) })),
      { body: 1 },
    );
    const likeness = createLikeness(indexExemplars(features, terms), terms);
    const first = likeness(counted(words('block a troll')), [0, 1, 2]);
    likeness(counted(words('photos of the clerk')), [0, 1, 2]);
    expect(likeness(counted(words('block a troll')), [0, 1, 2])).toEqual(first);
  });

  const word = fc.constantFrom('can', 'post', 'photo', 'clerk', 'troll', 'block', 'the', 'page');
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
  const classes = fc.array(fc.array(text, { maxLength: 5 }), { minLength: 1, maxLength: 4 });

  it('gives the cosine with the three nearest ways of a class, the nearest counting most', () => {
    fc.assert(
      fc.property(classes, text, (all, asked) => {
        all.forEach((ways, owner) => {
          const { value = -1, nearest = [] } = compare(all, asked)[owner] ?? {};
          const cosines = ways.map((way) => cosine(all, way, asked));
          const [first = 0, second = 0, third = 0] = cosines.toSorted((a, b) => b - a);
          expect(Math.abs(value - (first * 0.6 + second * 0.25 + third * 0.15))).toBeLessThan(ROUNDING);
          const before = all.slice(0, owner).flat().length;
          [first, second, third].slice(0, nearest.length).forEach((expected, rank) => {
            const found = cosines[(nearest[rank] ?? -1) - before] ?? -1;
            expect(Math.abs(found - expected)).toBeLessThan(ROUNDING);
          });
        });
      }),
    );
  });

  it('gives a class the same wherever it stands and however its ways are ordered', () => {
    fc.assert(
      fc.property(classes, text, (all, asked) => {
        const turned = values(all.map((ways) => ways.toReversed()).toReversed(), asked).toReversed();
        values(all, asked).forEach((value, owner) => {
          expect(turned[owner]).toBeCloseTo(value, 5);
        });
      }),
    );
  });
});

/** The cosine of two texts by definition: damped counts, weighed by how few classes hold a word. */
function cosine(all: Classes, one: string, other: string): number {
  const rarity = (word: string) => {
    const holders = all.filter((ways) => ways.some((way) => words(way).includes(word))).length;
    return holders === 0 ? 0 : Math.log(1 + (all.length - holders + 0.5) / (holders + 0.5));
  };
  const weights = (text: string) =>
    new Map(
      words(text).map((word) => [
        word,
        Math.log(1 + words(text).filter((same) => same === word).length) * rarity(word),
      ]),
    );
  const length = (list: ReadonlyMap<string, number>) => Math.hypot(...list.values()) || 1;
  const [a, b] = [weights(one), weights(other)];
  return [...a].reduce((sum, [word, weight]) => sum + weight * (b.get(word) ?? 0), 0) / (length(a) * length(b));
}
