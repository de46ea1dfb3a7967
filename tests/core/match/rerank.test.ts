import fc from 'fast-check';
import { rerank } from '../../../src/core/match/rerank';
import { words } from '../../../src/core/match/tokens';
import { growsEvenly } from '../grows-evenly';

const CANDIDATES = [
  ['can I post photos of children', 'pictures of the school fete'],
  ['who answers when the clerk is away', 'the clerk is on leave'],
  ['how do I block a troll', 'a troll keeps posting'],
];
const fits = (question: string, candidates: readonly (readonly string[])[] = CANDIDATES) =>
  rerank(words(question), candidates);

describe('rerank', () => {
  it.each(CANDIDATES.flatMap((texts, owner) => texts.map((text) => [text, owner] as const)))(
    'finds that "%s" fits candidate %d best, which holds exactly these words',
    (text, owner) => {
      const found = fits(text);
      expect(found.indexOf(Math.max(...found))).toBe(owner);
      expect(Math.max(...found.filter((_, at) => at !== owner))).toBeLessThan((found[owner] ?? 0) / 2);
    },
  );

  it('puts exact words before misspelt ones, and misspelt ones before others', () => {
    const [exact = 0, misspelt = 0, other = 0] = fits('photographs', [['photographs'], ['photgraphs'], ['the clerk']]);
    expect(exact).toBeGreaterThan(misspelt);
    expect(misspelt).toBeGreaterThan(other);
    expect(other).toBe(0);
  });

  it('fits better the more of the words a text has', () => {
    const [both = 0, one = 0] = fits('block trolls', [['block the trolls'], ['block the page']]);
    expect(both).toBeGreaterThan(one);
  });

  it('gives a candidate what its best text gets', () => {
    const [alone, among] = fits('block a troll', [['block a troll'], ['the clerk is away', 'block a troll']]);
    expect(among).toBeCloseTo(alone ?? -1, 1);
  });

  it.each([
    ['a question without words', '', [['a photo']]],
    ['a candidate without texts', 'photo', [[]]],
    ['no candidates', 'photo', []],
    ['texts about something else', 'photo', [['the clerk'], ['a troll']]],
  ])('finds nothing in %s', (_, question, candidates) => {
    expect(fits(question, candidates)).toEqual(candidates.map(() => 0));
  });

  it('only sees what it is given: as many answers as candidates, from 0 to 1, the same whatever their order', () => {
    const text = fc
      .array(fc.constantFrom('post', 'photo', 'clerk', 'troll', 'block', 'the', 'page'), { minLength: 1, maxLength: 4 })
      .map((list) => list.join(' '));
    const candidates = fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(text, candidates, (question, all) => {
        const found = fits(question, all);
        const turned = fits(question, all.toReversed()).toReversed();
        expect(found).toHaveLength(all.length);
        found.forEach((fit, at) => {
          expect(fit).toBeGreaterThanOrEqual(0);
          expect(fit).toBeLessThanOrEqual(1);
          expect(turned[at]).toBeCloseTo(fit, 9);
          if (all[at]?.length === 0) expect(fit).toBe(0);
        });
      }),
    );
  });

  it('takes about ten times as long for ten times as many words', () => {
    for (const piece of ['photo ', 'xqz ']) expect(growsEvenly((size) => fits(piece.repeat(size)), 80, 800)).toBe(true);
  });
});
