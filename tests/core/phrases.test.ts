import fc from 'fast-check';
import { findPhrase, type Phrase, type Places, readPhrase, readPhraseNaming, tokenise } from '../../src/core/phrases';
import { growsEvenly } from './grows-evenly';

function found(phrase: Phrase, text: string, places?: Places): readonly string[] {
  return findPhrase(phrase, tokenise(text), places).map(({ start, end }) => text.slice(start, end));
}

describe('tokenise', () => {
  it.each([
    ["I can't, won't", ['i', 'cant', 'wont']],
    ['I can’t and can‘t and can`t and can´t', ['i', 'cant', 'and', 'cant', 'and', 'cant', 'and', 'cant']],
    ["the Harpers' dog", ['the', 'harpers', 'dog']],
    ["'quoted'", ['quoted']],
    ['Ŵyl a Thŷ', ['ŵyl', 'a', 'thŷ']],
    ['no. 14b', ['no', '14b']],
    ['ﬁlm ＫＩＬＬ', ['film', 'kill']],
    ['👉 …', []],
    ['', []],
  ])('cuts "%s" into %j', (text, words) => {
    expect(tokenise(text).map(({ word }) => word)).toEqual(words);
  });

  it('gives places that lead back to the words as they stand in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let behind = 0;
        for (const { start, end } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]/u);
          behind = end;
        }
      }),
    );
  });
});

describe('readPhrase', () => {
  it.each(['', '   ', '..', '.. house', 'house ..', 'a|', '|a', 'a||b', '*', 'a*b', '(a)', 'a.b', 'a-b', '<phone>'])(
    'refuses "%s" with a sentence that repeats it',
    (written) => {
      expect(() => readPhrase(written)).toThrow(`The phrase "${written}"`);
    },
  );

  it('refuses a name that is not known, and says which', () => {
    expect(() => readPhraseNaming('ring <fone>', new Set(['phone']))).toThrow('"<fone>"');
  });
});

describe('findPhrase', () => {
  it.each([
    ['outside my house', 'He is OUTSIDE, my  house!', ['OUTSIDE, my  house']],
    ['outside my house', 'outside the house', []],
    ['outside my house', 'outside my houses', []],
    ['threat*', 'threats threatened threat thread', ['threats', 'threatened', 'threat']],
    ['smash|break .. window|windows', 'smash my front window', ['smash my front window']],
    ['smash|break .. window|windows', 'break window', ['break window']],
    ['a .. b', 'a 1 2 3 4 b', ['a 1 2 3 4 b']],
    ['a .. b', 'a 1 2 3 4 5 b', []],
    ['a .. b', 'a b b', ['a b']],
    ['a .. b', 'a a b', ['a a b', 'a b']],
    ['a .. b .. c', 'a b x b c', ['a b x b c']],
    ['a .. b c', 'a b x b c', ['a b x b c']],
    ["can't go on", 'I can’t go on', ['can’t go on']],
    ['can’t go on', 'i cant go on', ['cant go on']],
    ['a', '', []],
  ])('"%s" in "%s" is %j', (phrase, text, hits) => {
    expect(found(readPhrase(phrase), text)).toEqual(hits);
  });

  it('finds what was recognised beforehand, over as many words as that has', () => {
    const phrase = readPhraseNaming('ring .. <phone> now', new Set(['phone']));
    const places: Places = new Map([['phone', new Map([[2, 4]])]]);
    expect(found(phrase, 'ring me 01482 000 000 now', places)).toEqual(['ring me 01482 000 000 now']);
    expect(found(phrase, 'ring me 01482 000 000 now')).toEqual([]);
  });

  it('tries the recognised reading of a word when its plain reading leads nowhere', () => {
    const phrase = readPhraseNaming('call|<phone> now', new Set(['phone']));
    const places: Places = new Map([['phone', new Map([[0, 1]])]]);
    expect(found(phrase, 'call 999 now', places)).toEqual(['call 999 now']);
  });

  it('finds the same as a search that tries every way to place the words', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'ab');
    const group = fc
      .array(fc.constantFrom('a', 'b', 'c', 'a*'), { minLength: 1, maxLength: 2 })
      .map((choices) => choices.join('|'));
    const step = fc.oneof({ weight: 3, arbitrary: group }, { weight: 2, arbitrary: fc.constant('..') });
    const phrases = fc
      .tuple(group, fc.array(step, { maxLength: 4 }), group)
      .map(([first, between, last]) => [first, ...between, last]);
    fc.assert(
      fc.property(phrases, fc.array(word, { maxLength: 14 }), (steps, text) => {
        const hits = findPhrase(readPhrase(steps.join(' ')), tokenise(text.join(' ')));
        expect(hits.map(({ first, last }) => [first, last])).toEqual(everyPlacing(steps, text));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a .. b', 'a'],
    ['a .. a .. a .. b', 'a'],
    ['a* .. .. b', 'ab'],
  ])('looks for "%s" in 20,000 words in ten times the time of 2,000', (written, word) => {
    const phrase = readPhrase(written);
    const texts = new Map([2_000, 20_000].map((size) => [size, tokenise(`${word} `.repeat(size))]));
    expect(growsEvenly((size) => findPhrase(phrase, texts.get(size) ?? []), 2_000, 20_000)).toBe(true);
  });

  it('looks for a phrase with six gaps in little more than the time of one with two', () => {
    const tokens = tokenise('a '.repeat(400));
    const phrases = new Map([2, 6].map((gaps) => [gaps, readPhrase(`${'a .. '.repeat(gaps)}b`)]));
    expect(growsEvenly((gaps) => findPhrase(phrases.get(gaps) ?? readPhrase('a'), tokens), 2, 6)).toBe(true);
  });
});

/** The first and last place of the phrase for each first word: every choice of up to four skipped words for each gap, fewest first. */
function everyPlacing(steps: readonly string[], text: readonly string[]): readonly (readonly number[])[] {
  return text.flatMap((_, first) => {
    const [ends] = endings(steps, text, first);
    return ends === undefined ? [] : [[first, ends]];
  });
}

function endings(steps: readonly string[], text: readonly string[], at: number): readonly number[] {
  const [step, ...others] = steps;
  const word = text[at];
  if (step === undefined || word === undefined) return [];
  if (step === '..') return [0, 1, 2, 3, 4].flatMap((skipped) => endings(others, text, at + skipped));
  const fits = step.split('|').some((choice) => (choice === 'a*' ? word.startsWith('a') : choice === word));
  if (!fits) return [];
  return others.length === 0 ? [at] : endings(others, text, at + 1);
}
