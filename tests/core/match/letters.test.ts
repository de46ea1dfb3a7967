import fc from 'fast-check';
import { letterGroups, letterLikeness } from '../../../src/core/match/letters';

const likeness = (a: string, b: string) => letterLikeness(letterGroups(a), letterGroups(b));
const text = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 7 }), { maxLength: 6 })
  .map((list) => list.join(' '));

describe('letterGroups', () => {
  it('holds every group of three letters with the borders of the word, and how often it stands there', () => {
    expect(letterGroups('Posts, posts!')).toEqual(
      new Map([
        [' po', 2],
        ['pos', 2],
        ['ost', 2],
        ['sts', 2],
        ['ts ', 2],
      ]),
    );
  });

  it.each(['', '👍', '?!'])('is empty for %j', (nothing) => {
    expect(letterGroups(nothing).size).toBe(0);
  });

  it('never reaches from one word into the next', () => {
    expect([...letterGroups('ab cd').keys()]).toEqual([' ab', 'ab ', ' cd', 'cd ']);
  });
});

describe('letterLikeness', () => {
  it('is the same both ways round, from 0 to 1', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 12);
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('is 1 for the same words, in whatever order and case', () => {
    fc.assert(
      fc.property(text, (one) => {
        const turned = one.split(' ').toReversed().join(' ').toUpperCase();
        expect(likeness(one, turned)).toBeCloseTo(one === '' ? 0 : 1, 12);
      }),
    );
  });

  it.each([
    ['nothing in common', 'photo', 'clerk'],
    ['an empty text', '', 'clerk'],
  ])('is 0 for %s', (_, a, b) => {
    expect(likeness(a, b)).toBe(0);
  });

  it.each([
    ['a misspelt word', 'photgraph', 'photograph', 'paragraph'],
    ['another ending', 'threatened', 'threatening', 'frightening'],
  ])('is larger for %s than for another word', (_, asked, meant, other) => {
    expect(likeness(asked, meant)).toBeGreaterThan(likeness(asked, other) + 0.1);
  });
});
