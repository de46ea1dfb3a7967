import fc from 'fast-check';
import { foldText } from '../../../src/core/draft/fold-text';

it.each([
  ['wаnker', 'wanker'],
  ['𝐰𝐚𝐧𝐤𝐞𝐫', 'wanker'],
  ['w\u200ba\u00adnker', 'wanker'],
  ['café naïve ŵyn', 'cafe naive wyn'],
  ['it’s “so”', 'it\'s "so"'],
  ['ﬁne ½', 'fine 1⁄2'],
  ['one \u00a0 two\nthree', 'one two three'],
  ['one\n\n two', 'one\ntwo'],
  ['one😡two 👍🏽 three', 'one two three'],
  ['Кev WАNKER', 'kev wanker'],
  ['you 🔪', 'you  knife '],
  ['', ''],
])('%j folds to %j', (original, text) => {
  expect(foldText(original).text).toBe(text);
});

it('a sign that is dropped belongs to the letter before it', () => {
  const { text, starts, ends } = foldText('xa\u0301b');
  expect([text, starts, ends]).toEqual(['xab', [0, 1, 3], [1, 3, 4]]);
});

it('every character leads back to a stretch of the original, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (original) => {
      const { text, starts, ends } = foldText(original);
      expect([starts.length, ends.length]).toEqual([text.length, text.length]);
      for (let at = 0; at < text.length; at++) {
        expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        expect(ends[at]).toBeGreaterThan(starts[at] ?? 0);
        expect(ends[at]).toBeLessThanOrEqual(original.length);
      }
    }),
  );
});
