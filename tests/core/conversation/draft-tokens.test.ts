import fc from 'fast-check';
import { draftTokens } from '../../../src/core/conversation/draft-tokens';
import { growsEvenly } from '../grows-evenly';

const forms = (message: string) => draftTokens(message).map(({ form }) => form);

describe('draftTokens', () => {
  it.each([
    ['words and marks', 'Can I post this: Fete!', ['can', 'i', 'post', 'this', ':', 'fete', '!']],
    ['apostrophes inside words', "can't can’t O'Neil", ['cant', 'cant', 'oneil']],
    ['all double quotes alike', '"a“ ”b« »', ['"', 'a', '"', '"', 'b', '"', '"']],
    ['all single quotes alike', "' ‘ ’ `", ["'", "'", "'", "'"]],
    ['all dashes alike', '- – —', ['-', '-', '-']],
    ['dots alike, however many', '.. ... …', ['...', '...', '...']],
    ['one dot as a full stop', 'No.', ['no', '.']],
    ['pointing signs alike', '> → 👉', ['>', '>', '>']],
    ['pictures alike', '🎉 💚', ['☺', '☺']],
    ['numbers alike', '7 14th 2026', ['0', '0', '0']],
    ['line breaks as one', 'a\n\n\nb', ['a', '\n', 'b']],
    ['no spaces', ' \t a \u00a0 ', ['a']],
    ['nothing in nothing', '', []],
  ])('reads %s: %j', (_, message, read) => {
    expect(forms(message)).toEqual(read);
  });

  it('tells words from marks, and capitals from small letters', () => {
    expect(draftTokens('Éa b 7 : 👍').map(({ isWord, isCapital }) => [isWord, isCapital])).toEqual([
      [true, true],
      [true, false],
      [true, false],
      [false, false],
      [false, false],
    ]);
  });

  it('gives places that slice back to the text, in order, with nothing but spaces between', () => {
    const piece = fc.constantFrom(
      'Can',
      "can't",
      ' ',
      '\n',
      '\n\n',
      '“',
      '👉',
      '👩‍👧',
      '…',
      '..',
      '7',
      'é',
      'e\u0301',
      '\u00a0',
      ':',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 20 }),
        (pieces) => {
          const message = pieces.join('');
          let before = 0;
          for (const { form, isWord, start, end } of draftTokens(message)) {
            expect(message.slice(before, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            if (isWord && form !== '0')
              expect(message.slice(start, end).toLowerCase().replace(/['’]/gu, '')).toBe(form);
            before = end;
          }
          expect(message.slice(before).trim()).toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(['a', 'a ', "a'", '.', '\n', '👉', '"'])(
    'reads ten times as many of %j in about ten times the time',
    (piece) => {
      expect(growsEvenly((size) => draftTokens(piece.repeat(size)), 400, 4_000)).toBe(true);
    },
  );
});
