import fc from 'fast-check';
import { createLexicon, indexLexicon, lexiconOf, NO_LEXICON } from '../../../src/core/match/lexicon';
import { words } from '../../../src/core/match/tokens';
import { growsEvenly } from '../grows-evenly';

const CONCEPTS = {
  children: ['bairns', 'kids', 'little ones'],
  allowed: ['can i', 'may i', 'free to'],
  'who-ask': ['who can i', 'who do i ask'],
  rule: ['rules', 'rule of thumb'],
  advice: ['rule of thumb'],
};
const lexicon = createLexicon(CONCEPTS);
const conceptsIn = (text: string) => lexicon(words(text));

describe('createLexicon', () => {
  it.each([
    ['a word', 'are bairns in it', ['children']],
    ['the name of the concept itself', 'photos of children', ['children']],
    ['a name of two words', 'who ask', ['who-ask']],
    ['another form of a word', 'one bairn or one kid', ['children', 'children']],
    ['a phrase', 'the little ones at school', ['children']],
    ['capitals and marks between', 'Little, ONES!', ['children']],
    ['several in reading order', 'can I post the kids', ['allowed', 'children']],
    ['the longest phrase at a place', 'who can i ask', ['who-ask']],
    ['the shorter phrase where the longer one breaks off', 'can i who do i', ['allowed']],
    ['both concepts of a phrase that has two', 'a rule of thumb', ['rule', 'advice']],
    ['one of them where the phrase breaks off', 'the rule of law', ['rule']],
    ['nothing in a phrase that is not whole', 'little by little', []],
    ['nothing in a part of a word', 'kidney mayi', []],
    ['nothing in nothing', '', []],
  ])('finds %s: "%s"', (_, text, concepts) => {
    expect(conceptsIn(text)).toEqual(concepts);
  });

  it('reads on behind a phrase, not inside it', () => {
    const nested = createLexicon({ whole: ['free to post'], part: ['to post'] });
    expect(nested(words('free to post'))).toEqual(['whole']);
    expect(nested(words('to post'))).toEqual(['part']);
  });

  it('names a concept once though two entries have the same stems', () => {
    expect(createLexicon({ post: ['posting', 'posted'] })(['posts'])).toEqual(['post']);
  });

  it('has nothing from an entry without words', () => {
    expect(createLexicon({ '…': ['?'] })(words('any words at all'))).toEqual([]);
  });

  it('finds every entry of a lexicon by its own words', () => {
    for (const [concept, entries] of Object.entries(CONCEPTS))
      for (const entry of entries) expect(conceptsIn(entry)).toContain(concept);
  });

  it('finds the same in a text whatever unknown words stand around it', () => {
    const strange = fc.array(fc.constantFrom('xq', 'zv', 'kj'), { maxLength: 4 });
    fc.assert(
      fc.property(strange, fc.constantFrom('kids', 'may i', 'who can i', 'rule of thumb'), strange, (a, entry, b) => {
        expect(conceptsIn([...a, entry, ...b].join(' '))).toEqual(conceptsIn(entry));
      }),
    );
  });

  it('is the same from an index that has been kept, whatever the order of its entries', () => {
    const index = indexLexicon(CONCEPTS);
    const turned = indexLexicon(
      Object.fromEntries(Object.entries(CONCEPTS).map(([name, entries]) => [name, entries.toReversed()])),
    );
    expect(turned).toEqual(index);
    expect(lexiconOf(index)(words('who can i of the little ones'))).toEqual(['who-ask', 'children']);
  });

  it('takes about ten times as long for ten times as many words', () => {
    const said = (size: number) => words('who can rule of little '.repeat(size));
    const [few, many] = [said(200), said(2_000)];
    expect(growsEvenly((size) => lexicon(size === 200 ? few : many), 200, 2_000)).toBe(true);
  });
});

it('no word has a concept without a lexicon', () => {
  expect(NO_LEXICON(['kids', 'rules'])).toEqual([]);
});
