import fc from 'fast-check';
import { featuresOf, hashOf, termsOf } from '../../../src/core/match/features';
import { createLexicon, NO_LEXICON } from '../../../src/core/match/lexicon';
import { readText } from '../../../src/core/match/read-text';

const features = (text: string) => featuresOf(readText(text, NO_LEXICON));
const terms = (text: string) => termsOf(readText(text, NO_LEXICON));
const common = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>) =>
  [...a.keys()].filter((feature) => b.has(feature)).length;
const word = fc.constantFrom('post', 'photo', 'the', 'clerk', 'page', 'troll');

describe('featuresOf', () => {
  it('counts a word of grammar half of a subject word', () => {
    const found = features('the photo');
    expect(found.get(hashOf('photo'))).toBe(1);
    expect(found.get(hashOf('the'))).toBe(0.5);
  });

  it('counts a word as often as it is said', () => {
    expect(features('photo photo photo').get(hashOf('photo'))).toBe(3);
  });

  it('gives a misspelt word letters in common with the right one, and another word none', () => {
    expect(common(features('photgraph'), features('photograph'))).toBeGreaterThan(10);
    expect(common(features('clerk'), features('photo'))).toBe(0);
  });

  it('tells who comes first', () => {
    expect([...features('troll blocks clerk')]).not.toEqual([...features('clerk blocks troll')]);
    expect(common(features('troll blocks clerk'), features('clerk blocks troll'))).toBeLessThan(
      features('troll blocks clerk').size,
    );
  });

  it('lets two dialects meet in a concept', () => {
    const lexicon = createLexicon({ children: ['bairns', 'nippers'] });
    const read = (text: string) => featuresOf(readText(text, lexicon));
    expect(common(read('bairns'), read('nippers'))).toBe(common(features('bairns'), features('nippers')) + 1);
  });

  it.each(['', '👍'])('has nothing of %j', (text) => {
    expect(features(text).size).toBe(0);
    expect(terms(text).size).toBe(0);
  });
});

describe('termsOf', () => {
  it('leaves out the grammar, and makes pairs of what stood around it', () => {
    expect(terms('photo of the clerk')).toEqual(terms('photo clerk'));
    expect(terms('photo clerk').size).toBe(3);
  });

  it('keeps the grammar where there is nothing else', () => {
    expect(terms('who is it').has(hashOf('who'))).toBe(true);
  });

  it('counts a pair less than a word', () => {
    const found = terms('photo clerk');
    const pair = [...found].find(([term]) => term !== hashOf('photo') && term !== hashOf('clerk'));
    expect(pair?.[1]).toBeLessThan(1);
    expect(found.get(hashOf('photo'))).toBe(1);
  });
});

it('gives hashes of 32 bits and weights above nothing, the same for the same words', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (list) => {
      const text = list.join(' ');
      for (const [feature, weight] of [...features(text), ...terms(text)]) {
        expect(feature).toBe(feature >>> 0);
        expect(weight).toBeGreaterThan(0);
      }
      expect([...features(text)]).toEqual([...features(text.toUpperCase())]);
    }),
  );
});
