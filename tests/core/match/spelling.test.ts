import fc from 'fast-check';
import { createSpeller, mend } from '../../../src/core/match/spelling';
import { words } from '../../../src/core/match/tokens';
import { atOnce } from '../../../src/core/steps';
import { growsEvenly } from '../grows-evenly';

const VOCABULARY = words(
  'can i post a photograph of children from school councillor councillors complaint message resident residents policy police imprint election threatened 2fa',
);
const spell = createSpeller(VOCABULARY);

describe('createSpeller', () => {
  it.each([
    ['two letters the wrong way round', 'mesasge', 'message'],
    ['a letter too few', 'photgraph', 'photograph'],
    ['a letter too many', 'messsage', 'message'],
    ['a wrong letter', 'rezident', 'resident'],
    ['a plural that is known', 'residnets', 'residents'],
    ['sound instead of spelling', 'fotograph', 'photograph'],
    ['a doubled letter said once', 'councilor', 'councillor'],
  ])('mends %s: "%s" becomes "%s"', (_, typed, meant) => {
    expect(spell(typed)).toBe(meant);
  });

  it.each([
    ['a known word', 'police'],
    ['a word that is nearly another known word', 'policy'],
    ['a short word', 'pst'],
    ['a word with a figure', '3fa'],
    ['a name that resembles nothing', 'hornsea'],
    ['a word that only begins like a known one', 'politics'],
    ['nonsense', 'xqzvkjw'],
    ['nothing', ''],
    ['a run of letters longer than any word', 'photographs'.repeat(4)],
  ])('leaves %s alone: "%s"', (_, typed) => {
    expect(spell(typed)).toBe(typed);
  });

  it('takes letters the wrong way round for likelier than a wrong letter', () => {
    const other = createSpeller(['hoose', 'house', 'dealt', 'death']);
    expect([other('huose'), other('deaht')]).toEqual(['house', 'death']);
  });

  it('takes a word that is used four times as often as another that is as alike', () => {
    const often = (word: string) => Array.from({ length: 4 }, () => word);
    expect(createSpeller(['cash', ...often('cost')])('cast')).toBe('cost');
    expect(createSpeller([...often('cash'), 'cost'])('cast')).toBe('cash');
  });

  it('never changes a known word', () => {
    for (const word of VOCABULARY) expect(spell(word)).toBe(word);
  });

  const typed = fc
    .tuple(fc.constantFrom(...VOCABULARY), fc.nat(), fc.constantFrom('', 'x', 'e'))
    .map(([word, at, letter]) => {
      const place = at % word.length;
      return word.slice(0, place) + letter + word.slice(place + 1);
    });

  it('mends a word in the same way every time, whatever it has mended before and however the known words were listed', () => {
    fc.assert(
      fc.property(
        fc.array(typed, { maxLength: 6 }),
        fc.shuffledSubarray([...VOCABULARY], { minLength: VOCABULARY.length }),
        (list, shuffled) => {
          const fresh = createSpeller(shuffled);
          for (const word of list) {
            expect(fresh(word)).toBe(spell(word));
            expect(fresh(word)).toBe(fresh(word));
          }
        },
      ),
    );
  });

  it('mends nothing that it has mended before', () => {
    fc.assert(
      fc.property(typed, (word) => {
        expect(spell(spell(word))).toBe(spell(word));
      }),
    );
  });

  it('puts only known words in the place of others', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aceilmnoprst'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, (one) => {
        expect([...VOCABULARY, one]).toContain(spell(one));
      }),
      { numRuns: 500 },
    );
  });

  it('does without a vocabulary', () => {
    expect(createSpeller([])('anything')).toBe('anything');
  });

  it('mends all words of a text, in steps of a few words', () => {
    const typed = ['my', 'photgraph', 'of', 'the', 'xqzv', 'photgraph'];
    const steps = mend(typed, spell);
    expect(steps.next().done).toBe(false);
    expect(atOnce(steps)).toEqual(typed.map(spell));
    expect(atOnce(mend([], spell))).toEqual([]);
  });

  it('mends ten times as many different words in about ten times the time', () => {
    const misspelt = (size: number) => {
      const fresh = createSpeller(VOCABULARY);
      for (let at = 0; at < size; at++)
        fresh(`photgraph${String.fromCodePoint(97 + (at % 26), 97 + Math.floor(at / 26))}`);
    };
    expect(growsEvenly(misspelt, 60, 600)).toBe(true);
  });
});
