import { createLexicon, NO_LEXICON } from '../../../src/core/match/lexicon';
import { readText, readWords } from '../../../src/core/match/read-text';
import { stem } from '../../../src/core/match/tokens';

describe('readText', () => {
  it('gives words and their stems side by side', () => {
    const { words, stems } = readText("Can't I be posting photos?", NO_LEXICON);
    expect(words).toEqual(['cant', 'i', 'be', 'posting', 'photos']);
    expect(stems).toEqual(words.map(stem));
  });

  it('looks for concepts in the words as they are given', () => {
    const lexicon = createLexicon({ children: ['bairns'] });
    expect(readText('my bairms', lexicon)).toEqual({ words: ['my', 'bairms'], stems: ['my', 'bairm'], concepts: [] });
    expect(readWords(['my', 'bairns'], lexicon)).toEqual({
      words: ['my', 'bairns'],
      stems: ['my', 'bairn'],
      concepts: ['children'],
    });
  });

  it.each(['', '👍 …'])('finds nothing in %j', (text) => {
    expect(readText(text, NO_LEXICON)).toEqual({ words: [], stems: [], concepts: [] });
  });
});
