import fc from 'fast-check';
import { indexTerms, knownShare, termShares } from '../../../src/core/match/bm25f';
import { hashOf } from '../../../src/core/match/features';
import { counted } from './counted';

type Words = { readonly [field: string]: readonly string[] };

const WEIGHTS = { ways: 0.6, body: 1 };
const K1 = 0.9;
const B = 0.4;

const index = (documents: readonly Words[]) =>
  indexTerms(
    documents.map((one) => Object.fromEntries(Object.entries(one).map(([field, list]) => [field, counted(list)]))),
    WEIGHTS,
  );
const shares = (documents: readonly Words[], question: readonly string[]) => [
  ...termShares(counted(question), index(documents)),
];

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
const documents = fc.array(fc.record({ ways: list, body: list }), { minLength: 1, maxLength: 6 });

describe('termShares', () => {
  it('gives most to the document that holds the rarer term', () => {
    const [, most = 0, ...others] = shares(
      [{ body: ['post', 'photo'] }, { body: ['post', 'imprint'] }, { body: ['post'] }, { body: ['photo'] }],
      ['post', 'imprint'],
    );
    expect(most).toBeGreaterThan(Math.max(...others));
  });

  it('gives more to the shorter of two documents that hold the term once', () => {
    const [long = 0, short = 0] = shares([{ body: ['photo', 'a', 'b', 'c'] }, { body: ['photo'] }], ['photo']);
    expect(short).toBeGreaterThan(long);
  });

  it('gives more for a term in the words of a passage than in the ways of asking for it', () => {
    const [asked = 0, said = 0] = shares([{ ways: ['photo'] }, { body: ['photo'] }], ['photo']);
    expect(said).toBeGreaterThan(asked);
    expect(asked).toBeGreaterThan(0);
  });

  it('gains less from a second mention than from the first', () => {
    const documents = [
      { body: ['photo', 'a', 'a'] },
      { body: ['photo', 'photo', 'a'] },
      { body: ['photo', 'photo', 'photo'] },
    ];
    const [one = 0, two = 0, three = 0] = shares(documents, ['photo']);
    expect(two).toBeGreaterThan(one);
    expect(three - two).toBeLessThan(two - one);
  });

  it.each<[string, readonly Words[], readonly string[]]>([
    ['no documents', [], ['photo']],
    ['empty documents', [{}, { body: [] }], ['photo']],
    ['an empty question', [{ body: ['photo'] }], []],
    ['unknown terms only', [{ body: ['photo'] }], ['imprint']],
    ['a field without weight', [{ title: ['photo'] }], ['photo']],
  ])('finds nothing with %s', (_, documents, question) => {
    expect(shares(documents, question)).toEqual(documents.map(() => 0));
  });

  it('counts a term of the question by its weight there', () => {
    const both = index([{ body: ['photo'] }, { body: ['video'] }]);
    const question = new Map([
      [hashOf('photo'), 1],
      [hashOf('video'), 0.5],
    ]);
    const [photo = 0, video = 0] = termShares(question, both);
    expect(photo).toBeCloseTo(2 * video, 6);
  });

  it('takes away from every share when an unknown term is asked for beside a known one', () => {
    const [alone = 0] = shares([{ body: ['photo'] }, { body: ['video'] }], ['photo']);
    const [beside = 0] = shares([{ body: ['photo'] }, { body: ['video'] }], ['photo', 'imprint']);
    expect(beside).toBeLessThan(alone / 2);
  });

  it('gives every document what the formula gives, term by term, and never more than the whole', () => {
    fc.assert(
      fc.property(documents, list, (all, question) => {
        const given = shares(all, question);
        expect(given).toHaveLength(all.length);
        all.forEach((document, number) => {
          expect(given[number]).toBeCloseTo(byFormula(document, all, question), 5);
          expect(given[number]).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives a document the same wherever it stands in the list', () => {
    fc.assert(
      fc.property(documents, list, (all, question) => {
        const turned = shares(all.toReversed(), question).toReversed();
        shares(all, question).forEach((share, number) => {
          expect(turned[number]).toBeCloseTo(share, 6);
        });
      }),
    );
  });
});

describe('knownShare', () => {
  it.each([
    ['all', ['photo', 'post'], 1],
    ['none', ['imprint', 'bairn'], 0],
    ['nothing asked', [], 0],
  ])('is right where %s of the terms are known', (_, question, share) => {
    expect(knownShare(counted(question), index([{ body: ['photo', 'post'] }, { ways: ['post'] }]))).toBe(share);
  });

  it('counts an unknown term for more than one that every document holds', () => {
    const everywhere = index([{ body: ['photo'] }, { body: ['photo'] }, { body: ['photo'] }]);
    expect(knownShare(counted(['photo', 'imprint']), everywhere)).toBeLessThan(0.25);
  });
});

/** BM25F written straight from its definition, as a share of the most that the question could score. */
function byFormula(document: Words, all: readonly Words[], question: readonly string[]): number {
  const count = (one: Words, field: string, term: string) => (one[field] ?? []).filter((word) => word === term).length;
  let score = 0;
  let most = 0;
  for (const term of question) {
    const holders = all.filter((one) => Object.keys(WEIGHTS).some((field) => count(one, field, term) > 0)).length;
    const rarity = Math.log(1 + (all.length - holders + 0.5) / (holders + 0.5));
    most += rarity;
    let frequency = 0;
    for (const [field, weight] of Object.entries(WEIGHTS)) {
      const average = all.reduce((total, one) => total + (one[field]?.length ?? 0), 0) / all.length || 1;
      frequency += (weight * count(document, field, term)) / (1 - B + B * ((document[field]?.length ?? 0) / average));
    }
    score += (rarity * frequency) / (K1 + frequency);
  }
  return most === 0 ? 0 : score / most;
}
