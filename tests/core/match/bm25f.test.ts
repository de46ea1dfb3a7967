import fc from 'fast-check';
import { type Document, rankTerms } from '../../../src/core/match/bm25f';

const WEIGHTS = { ways: 0.6, body: 1 };

describe('rankTerms', () => {
  it('ranks the document that holds the rarer term first', () => {
    const documents: readonly Document[] = [
      { body: ['post', 'photo'] },
      { body: ['post', 'imprint'] },
      { body: ['post'] },
    ];
    expect(ranked(rankTerms(documents, WEIGHTS).scores(['post', 'imprint']))[0]).toBe(1);
  });

  it('ranks the shorter of two documents first when both hold the term once', () => {
    const documents: readonly Document[] = [{ body: ['photo', 'a', 'b', 'c'] }, { body: ['photo'] }];
    expect(ranked(rankTerms(documents, WEIGHTS).scores(['photo']))).toEqual([1, 0]);
  });

  it('gains less from a second mention than from the first', () => {
    const documents: readonly Document[] = [
      { body: ['photo', 'a', 'a'] },
      { body: ['photo', 'photo', 'a'] },
      { body: ['photo', 'photo', 'photo'] },
    ];
    const [one = 0, two = 0, three = 0] = [0, 1, 2].map((number) =>
      rankTerms(documents, WEIGHTS).scores(['photo']).get(number),
    );
    expect(two).toBeGreaterThan(one);
    expect(three - two).toBeLessThan(two - one);
  });

  it.each([
    ['no documents', [], ['photo']],
    ['empty documents', [{}, { body: [] }], ['photo']],
    ['an empty question', [{ body: ['photo'] }], []],
    ['unknown terms only', [{ body: ['photo'] }], ['imprint']],
    ['a field without weight', [{ title: ['photo'] }], ['photo']],
  ] as const)('finds nothing with %s', (_, documents, question) => {
    expect([...rankTerms(documents, WEIGHTS).scores(question)]).toEqual([]);
  });

  it('counts a term of the question once, however often it is said', () => {
    const ranking = rankTerms([{ body: ['photo'] }, { body: ['post'] }], WEIGHTS);
    expect(ranking.scores(['photo', 'photo'])).toEqual(ranking.scores(['photo']));
  });

  it('scores every document as the formula does, term by term and document by document', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    const documents = fc.array(fc.record({ ways: list, body: list }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(documents, list, (all, question) => {
        const scores = rankTerms(all, WEIGHTS).scores(question);
        all.forEach((document, number) => {
          expect(scores.get(number) ?? 0).toBeCloseTo(byFormula(document, all, question), 9);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('scores a document the same wherever it stands in the list', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    const documents = fc.array(fc.record({ ways: list, body: list }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(documents, list, (all, question) => {
        const scores = rankTerms(all, WEIGHTS).scores(question);
        const turned = rankTerms(all.toReversed(), WEIGHTS).scores(question);
        for (const number of all.keys()) expect(turned.get(all.length - 1 - number)).toBe(scores.get(number));
      }),
    );
  });
});

/** BM25F written straight from its definition, with the constants K1 1.2 and B 0.6. */
function byFormula(document: Document, all: readonly Document[], question: readonly string[]): number {
  const count = (one: Document, field: string, term: string) =>
    (one[field] ?? []).filter((word) => word === term).length;
  let score = 0;
  for (const term of new Set(question)) {
    const holders = all.filter((one) => Object.keys(WEIGHTS).some((field) => count(one, field, term) > 0)).length;
    if (holders === 0) continue;
    let frequency = 0;
    for (const [field, weight] of Object.entries(WEIGHTS)) {
      const average = all.reduce((total, one) => total + (one[field]?.length ?? 0), 0) / all.length || 1;
      const length = 0.4 + 0.6 * ((document[field]?.length ?? 0) / average);
      frequency += (weight * count(document, field, term)) / length;
    }
    score += (Math.log(1 + (all.length - holders + 0.5) / (holders + 0.5)) * frequency * 2.2) / (1.2 + frequency);
  }
  return score;
}

function ranked(scores: ReadonlyMap<number, number>): readonly number[] {
  return [...scores].sort((a, b) => b[1] - a[1]).map(([number]) => number);
}
