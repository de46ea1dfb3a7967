import fc from 'fast-check';
import { createSpeller } from '../../../src/core/match/spelling';
import { words } from '../../../src/core/match/tokens';
import { growsEvenly } from '../grows-evenly';

const VOCABULARY = words(
  'can i post a photograph of children from school councillor councillors complaint message resident residents policy police imprint election threatened 2fa',
);
const spell = createSpeller(new Set(VOCABULARY));

describe('createSpeller', () => {
  it.each([
    ['two letters the wrong way round', 'mesasge', 'message'],
    ['a letter too few', 'photgraph', 'photograph'],
    ['a letter too many', 'messsage', 'message'],
    ['a wrong letter', 'rezident', 'resident'],
    ['a plural that is known', 'residnets', 'residents'],
    ['sound instead of spelling', 'fotograph', 'photograph'],
    ['capitals', 'COUNCILOR', 'councillor'],
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
  ])('leaves %s alone: "%s"', (_, typed) => {
    expect(spell(typed)).toBe(typed);
  });

  it('mends word by word and keeps the order', () => {
    expect(spell("Can I post a photgraph of Bob's childern?")).toBe('can i post a photograph of bobs children');
  });

  it('never changes a text of known words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VOCABULARY)), (list) => {
        expect(spell(list.join(' '))).toBe(list.join(' '));
      }),
    );
  });

  it('mends the same text in the same way every time, whatever it has mended before and however its words were listed', () => {
    const typed = fc
      .tuple(fc.constantFrom(...VOCABULARY), fc.nat(), fc.constantFrom('', 'x', 'e'))
      .map(([word, at, letter]) => {
        const place = at % word.length;
        return word.slice(0, place) + letter + word.slice(place + 1);
      });
    fc.assert(
      fc.property(
        fc.array(typed, { maxLength: 6 }),
        fc.shuffledSubarray([...VOCABULARY], { minLength: VOCABULARY.length }),
        (list, shuffled) => {
          const fresh = createSpeller(new Set(shuffled));
          const text = list.join(' ');
          expect(fresh(text)).toBe(spell(text));
          expect(fresh(text)).toBe(fresh(text));
        },
      ),
    );
  });

  it('puts only known words in the place of others, and as many as there were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'aceilmnoprst'), minLength: 1, maxLength: 9 })),
        (list) => {
          const mended = words(spell(list.join(' ')));
          expect(mended.length).toBe(list.length);
          mended.forEach((word, place) => {
            expect([...VOCABULARY, list[place]]).toContain(word);
          });
        },
      ),
    );
  });

  it('does without a vocabulary', () => {
    expect(createSpeller(new Set())('any word')).toBe('any word');
  });

  it.each(['photgraph ', 'a'])('mends ten times as many of %j in about ten times the time', (piece) => {
    expect(growsEvenly((size) => createSpeller(new Set(VOCABULARY))(piece.repeat(size)), 400, 4_000)).toBe(true);
  });
});
