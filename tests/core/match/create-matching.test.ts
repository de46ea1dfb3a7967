import { join } from 'node:path';
import fc from 'fast-check';
import { SURE } from '../../../src/core/conversation/decide';
import { createMatching } from '../../../src/core/match/create-matching';
import type { Match, Passage } from '../../../src/core/model';
import { loadKnowledge } from '../../../src/knowledge';
import { readTrainedWeights } from '../../../src/trained-weights';
import { guides, KNOWLEDGE, passageOf } from '../asking';

type Matchable = Parameters<typeof createMatching>[0];

const all = { ...loadKnowledge(KNOWLEDGE), urgent: guides };
/** Small enough to be put together anew for every example: passages from all over the policy, and a few of the rest. */
const some: Matchable = {
  ...all,
  policy: { ...all.policy, passages: all.policy.passages.filter((_, number) => number % 6 === 0) },
  topics: all.topics.slice(0, 4),
  talks: all.talks.slice(0, 3),
  urgentWays: { 'danger-now': all.urgentWays['danger-now'] ?? [] },
};
const questions = some.policy.passages.flatMap(({ id, ways }) => ways.slice(0, 3).map((way) => ({ id, way })));

function withPassages(passages: readonly Passage[]): Matchable {
  return { ...some, policy: { ...some.policy, passages } };
}

function idOf(match: Match): string {
  switch (match.kind) {
    case 'passage':
      return match.passage.id;
    case 'topic':
      return match.topic.id;
    case 'talk':
      return match.talk.id;
  }
}

describe.each([
  ['with trained weights', readTrainedWeights(join(KNOWLEDGE, 'trained.gz'), all)],
  ['without trained weights', undefined],
])('matching %s', (_, trained) => {
  const { find } = createMatching(all, trained);
  const known = [
    ...all.policy.passages.map(({ id, ways }) => ({ id, ways })),
    ...all.topics.map(({ id, ways }) => ({ id, ways })),
    ...all.talks.map(({ id, ways }) => ({ id, ways })),
  ];

  it('finds what a known way of asking is about, nearly always first', async () => {
    const asked = known.flatMap(({ id, ways }) =>
      ways.filter((_way, number) => number % 12 === 0).map((way) => ({ id, way })),
    );
    const found = await Promise.all(
      asked.map(async ({ id, way }) => (await find(way)).findIndex((match) => idOf(match) === id)),
    );
    expect(asked.length).toBeGreaterThan(400);
    expect(found.filter((place) => place === 0).length).toBeGreaterThanOrEqual(asked.length * 0.97);
  });

  it.each([
    ['capitals', (text: string) => text.toUpperCase()],
    ['small letters', (text: string) => text.toLowerCase()],
    ['more spaces', (text: string) => `  ${text.replaceAll(' ', '\u00a0 \n')} `],
    ['curly apostrophes', (text: string) => text.replaceAll("'", '’')],
    ['no apostrophes', (text: string) => text.replaceAll("'", '')],
    ['quotes around it', (text: string) => `“${text}”`],
    ['other marks at the end', (text: string) => `${text}?!…`],
  ])('gives the same matches for %s', async (_change, change) => {
    for (const { way } of questions) expect(await find(change(way))).toEqual(await find(way));
  });

  it.each(['', '?', '👍', 'xqzvkjw', 'a'.repeat(4_000)])(
    'is sure of nothing about a text that says nothing',
    async (text) => {
      for (const { kind, confidence } of await find(text))
        if (kind === 'passage') expect(confidence).toBeLessThan(SURE);
    },
  );

  it('orders matches by confidence, and the confidences are shares of one', async () => {
    for (const { way } of questions) {
      const confidences = (await find(way)).map(({ confidence }) => confidence);
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      expect(Math.min(...confidences)).toBeGreaterThan(0);
      expect(confidences.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  it('gives the same matches for the same question, whatever was asked in between', async () => {
    const before = await Promise.all(questions.map(({ way }) => find(way)));
    const after = await Promise.all(questions.toReversed().map(({ way }) => find(way)));
    expect(after.toReversed()).toEqual(before);
  });
});

describe('matching a policy that has changed', () => {
  const { find } = createMatching(some, undefined);
  const { passages } = some.policy;
  const asked = fc.constantFrom(...questions);

  it('ranks the same whatever the order of the passages', async () => {
    const order = fc.shuffledSubarray([...passages], { minLength: passages.length });
    await fc.assert(
      fc.asyncProperty(order, asked, async (shuffled, { way }) => {
        const confidences = async (matches: Promise<readonly Match[]>) =>
          new Map((await matches).map((match) => [idOf(match), match.confidence]));
        const before = await confidences(find(way));
        const after = await confidences(createMatching(withPassages(shuffled), undefined).find(way));
        expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
        for (const [id, confidence] of before) expect(after.get(id)).toBeCloseTo(confidence, 9);
      }),
      { numRuns: 8 },
    );
  });

  it('keeps an exact match first when a passage about something else is added', async () => {
    const foreign = fc.array(fc.string({ unit: fc.constantFrom(...'кжщзюяфгб'), minLength: 3, maxLength: 9 }), {
      minLength: 3,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(foreign, foreign, fc.nat(passages.length), asked, async (text, way, place, question) => {
        const added = passageOf('added', { text: text.join(' '), ways: [way.join(' ')] });
        const { find: findNow } = createMatching(withPassages(passages.toSpliced(place, 0, added)), undefined);
        const [first] = await find(question.way);
        const [firstNow] = await findNow(question.way);
        expect(firstNow && idOf(firstNow)).toBe(first && idOf(first));
        expect(first && idOf(first)).toBe(question.id);
      }),
      { numRuns: 8 },
    );
  });
});
