import { createLexicon } from '../../../src/core/match/lexicon';
import type { MatchKnowledge } from '../../../src/core/match/match-classes';
import { loadKnowledge } from '../../../src/knowledge';
import { KNOWLEDGE } from '../asking';

const few = <Item extends { readonly ways: readonly string[] }>(item: Item, ways: number): Item => ({
  ...item,
  ways: item.ways.slice(0, ways),
});

/** The whole knowledge of the repository. */
export const all = loadKnowledge(KNOWLEDGE);

export const lexicon = createLexicon(all.lexicon);

/** Small enough to be put together anew for every example: passages from all over the policy, and a few of the rest. */
export const some: MatchKnowledge = {
  policy: {
    ...all.policy,
    passages: all.policy.passages.filter((_, number) => number % 6 === 0).map((passage) => few(passage, 12)),
  },
  topics: all.topics.slice(0, 4).map((topic) => few(topic, 12)),
  talks: all.talks.slice(0, 3).map((talk) => few(talk, 12)),
  urgentWays: { 'danger-now': (all.urgentWays['danger-now'] ?? []).slice(0, 20) },
  lexicon: { children: ['bairns', 'kids'] },
};

/** Some passages of the policy with the first of their ways of asking, in the order of the policy. */
export function passagesOf(ids: readonly string[], ways: number) {
  return all.policy.passages.filter(({ id }) => ids.includes(id)).map((passage) => few(passage, ways));
}
