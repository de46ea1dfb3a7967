import fc from 'fast-check';
import { normalise, STOP_WORDS, stem, terms, words } from '../../../src/core/match/tokens';
import { growsEvenly } from '../grows-evenly';

describe('normalise', () => {
  it.each([
    ['  Can\tI \n POST  ', 'can i post'],
    ['can’t can‘t can‛t can`t can´t', "can't can't can't can't can't"],
    ['ﬁlm ＦＩＬＭ', 'film film'],
    ['po\u00adst po\u200bst \ufeffpost', 'post post post'],
    ['see https://example.org/a?b=c now', 'see link now'],
    ['HTTP://EXAMPLE.ORG', 'link'],
    ['', ''],
  ])('turns %j into %j', (text, normal) => {
    expect(normalise(text)).toBe(normal);
  });

  it('changes nothing that it has changed before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 80 }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ["I can't, won't: don’t!", ['i', 'cant', 'wont', 'dont']],
    ["the Harpers' dog", ['the', 'harpers', 'dog']],
    ['A5 no.14', ['a5', 'no', '14']],
    ['Thŷ cafe\u0301', ['thŷ', 'café']],
    ['👍 …', []],
  ])('finds in %j the words %j', (text, found) => {
    expect(words(text)).toEqual(found);
  });

  it('finds the same words whatever the case, spaces and apostrophes', () => {
    const word = fc.constantFrom("can't", 'photo', "councillor's", 'Page', 'é', '14');
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom('’', '‘', '`', '´'), (list, apostrophe) => {
        const plain = list.join(' ');
        const dressed = `  ${list.join('\u00a0\n ').replaceAll("'", apostrophe).toUpperCase()}\t`;
        expect(words(dressed)).toEqual(words(plain));
      }),
    );
  });
});

describe('stem', () => {
  it.each([
    ['post', 'posts', 'posted', 'posting', 'postings'],
    ['share', 'shares', 'shared', 'sharing'],
    ['block', 'blocks', 'blocked', 'blocking', 'blocker'],
    ['replies', 'replied', 'replying'],
    ['policy', 'policies'],
    ['stop', 'stopped', 'stopping', 'stops'],
    ['council', 'councils'],
    ['threat', 'threats'],
    ['abuse', 'abused', 'abusing', 'abuses'],
    ['comment', 'comments', 'commented', 'commenting'],
    ['tweet', 'tweets', 'tweeted', 'tweeting'],
  ])('brings together %s and its other forms', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  it.each([
    ['press', 'pres'],
    ['bus', 'bu'],
    ['status', 'state'],
    ['need', 'ne'],
    ['ring', 'r'],
    ['2026s', '2026'],
  ])('keeps "%s" and "%s" apart', (word, other) => {
    expect(stem(word)).not.toBe(stem(other));
  });

  it('leaves at least two letters, and a word begins as it began', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abdegilnorstuy'), minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(letters, (word) => {
        const root = stem(word);
        expect(root.length).toBeGreaterThanOrEqual(Math.min(2, word.length));
        expect(root.slice(0, 2)).toBe(word.slice(0, 2));
      }),
    );
  });
});

describe('terms', () => {
  it('leaves out grammar words and stems the others', () => {
    expect(terms('Can I be posting photos of the children?')).toEqual(['post', 'photo', stem('children')]);
  });

  it('keeps all words when there is nothing but grammar', () => {
    expect(terms('can I do that')).toEqual(['can', 'i', 'do', 'that']);
  });

  it('knows grammar words in the form in which words come', () => {
    expect([...STOP_WORDS].filter((word) => words(word).join(' ') !== word)).toEqual([]);
  });
});

it.each(['a ', 'a', ' ', "a'", "'", 'http://', 'https://a ', 'sss'])(
  'reads ten times as many of %j in about ten times the time',
  (piece) => {
    expect(growsEvenly((size) => terms(piece.repeat(size)), 2_000, 20_000)).toBe(true);
  },
);
