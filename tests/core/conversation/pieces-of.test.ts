import fc from 'fast-check';
import { piecesOf } from '../../../src/core/conversation/pieces-of';

describe('the pieces of a text', () => {
  it.each([
    ['behind a sentence', 'It rained. He came. We left', 22, ['It rained. He came. ', 'We left']],
    ['behind a line', 'the first line\nthe second', 18, ['the first line\n', 'the second']],
    ['before a word where no sentence ends', 'one two three four', 12, ['one two ', 'three four']],
    ['inside a word where it is longer than that', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    [
      'before a word where the last sentence ends too early',
      'No. We went on and on',
      14,
      ['No. We went ', 'on and on'],
    ],
    ['nowhere where it is short', 'It rained. He came.', 100, ['It rained. He came.']],
  ])('are cut %s', (_, text, most, pieces) => {
    expect(piecesOf(text, most)).toEqual(pieces);
  });

  it('make up the text together, and none is longer than allowed', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '. ', '\n', '? ', 'word', '👍'), maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 50 }), (one, most) => {
        const pieces = piecesOf(one, most);
        expect(pieces.join('')).toBe(one);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
