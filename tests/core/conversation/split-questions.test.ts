import fc from 'fast-check';
import { splitQuestions } from '../../../src/core/conversation/split-questions';
import { growsEvenly } from '../grows-evenly';

describe('splitQuestions', () => {
  it.each([
    ['Can I block a troll? Who sees my page?', ['Can I block a troll?', 'Who sees my page?']],
    [
      'I run a village page. Can I block a troll? Who sees my posts?',
      ['I run a village page. Can I block a troll?', 'Who sees my posts?'],
    ],
    ['can I block a troll and also who sees my page posts', ['can I block a troll', 'who sees my page posts']],
    ['Can I block a troll? And also who sees my page?', ['Can I block a troll?', 'who sees my page?']],
    ['can I block a troll. second question who sees my page posts', ['can I block a troll.', 'who sees my page posts']],
    [
      'Can I block a troll? Who sees my page? Is a photo private data?',
      ['Can I block a troll?', 'Who sees my page?', 'Is a photo private data?'],
    ],
    [
      'Can I block a troll? Who sees my page? He has 300 followers there.',
      ['Can I block a troll?', 'Who sees my page? He has 300 followers there.'],
    ],
  ])('cuts "%s" into its questions', (text, parts) => {
    expect(splitQuestions(text)).toEqual(parts);
  });

  it.each([
    ['one question', 'Can I block a troll?'],
    ['an explanation behind the question', 'Can I block a troll? He insults residents every day.'],
    ['a scene in a paragraph of its own', 'I am new and run a village page.\n\nCan I block a troll?'],
    ['a tail without a subject', 'Can I block a troll? Is that ok?'],
    ['a question that needs the one before', 'Can I block a troll? Why not?'],
    [
      'more questions than can be answered at once',
      'Is blocking trolls right? Who sees pages? Are photos data? May councils film?',
    ],
    ['several question marks in a row', 'Can I block a troll???'],
    ['no words at all', '? ? ?'],
    ['nothing', ''],
  ])('leaves a message with %s whole', (_, text) => {
    expect(splitQuestions(text)).toEqual([text]);
  });

  it('loses no word but those that join two questions', () => {
    const word = fc.constantFrom('block', 'photo', 'troll', 'page', 'is', 'it', '?', '? ', '.', '\n\n', ' ');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        const parts = splitQuestions(text);
        expect(parts.length).toBeGreaterThanOrEqual(1);
        expect(parts.length).toBeLessThanOrEqual(3);
        expect(parts.join(' ').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it.each(['block a troll? ', ' ', '\n', 'a ', ' and also '])(
    'cuts ten times as many of %j in about ten times the time',
    (piece) => {
      expect(growsEvenly((size) => splitQuestions(`x${piece.repeat(size)}x`), 2_000, 20_000)).toBe(true);
    },
  );
});
