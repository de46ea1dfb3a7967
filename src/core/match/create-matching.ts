import type { Match, Passage, Talk, Target, Topic } from '../model';
import { rankTerms } from './bm25f';
import { compareExemplars } from './exemplars';
import { createSpeller } from './spelling';
import { terms, words } from './tokens';

/** What each kind of evidence counts in the sum, and how sharply the sum is turned into shares; set on the shaping half of the labelled questions. */
const WEIGHTS = { ways: 1, terms: 0.35 };
const SHARPNESS = 14;
const FIELD_WEIGHTS = { ways: 0.6, heading: 0.6, body: 1 };
const MOST_MATCHES = 10;

/**
 * Ranks what a question may be about: passages, topics that the policy does not settle, and kinds of talk, all as classes of one
 * contest. The confidence of a match is its share of the evidence, from 0 to 1.
 */
export function createFinder(knowledge: {
  readonly passages: readonly Passage[];
  readonly topics: readonly Topic[];
  readonly talks: readonly Talk[];
}): (question: string) => Promise<readonly Match[]> {
  const targets: readonly Target[] = [
    ...knowledge.passages.map((passage) => ({ kind: 'passage' as const, passage })),
    ...knowledge.topics.map((topic) => ({ kind: 'topic' as const, topic })),
    ...knowledge.talks.map((talk) => ({ kind: 'talk' as const, talk })),
  ];
  const ways = targets.map(waysOf);
  const likeness = compareExemplars(ways);
  const ranking = rankTerms(
    targets.map((target, number) => ({
      ways: (ways[number] ?? []).flatMap(terms),
      heading: target.kind === 'passage' ? target.passage.headings.slice(1).flatMap(terms) : [],
      body: target.kind === 'passage' ? terms(`${target.passage.leadIn ?? ''} ${target.passage.text}`) : [],
    })),
    FIELD_WEIGHTS,
  );
  const spell = createSpeller(vocabularyOf(targets, ways));
  return async (question) => {
    const text = spell(question);
    const alike = likeness(text);
    const byTerms = ranking.scores(terms(text));
    const most = Math.max(1e-9, ...byTerms.values());
    const evidence = targets.map((_, number) => ({
      ways: alike[number] ?? 0,
      terms: (byTerms.get(number) ?? 0) / most,
    }));
    const shares = shareOut(evidence.map((one) => one.ways * WEIGHTS.ways + one.terms * WEIGHTS.terms));
    return targets
      .map(
        (target, number): Match => ({ ...target, confidence: shares[number] ?? 0, evidence: evidence[number] ?? {} }),
      )
      .filter((match) => (match.evidence.ways ?? 0) > 0 || (match.evidence.terms ?? 0) > 0)
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, MOST_MATCHES);
  };
}

function waysOf(target: Target): readonly string[] {
  switch (target.kind) {
    case 'passage':
      return [...target.passage.ways, target.passage.summary];
    case 'topic':
      return [...target.topic.ways, target.topic.title];
    case 'talk':
      return target.talk.ways;
  }
}

function vocabularyOf(targets: readonly Target[], ways: readonly (readonly string[])[]): ReadonlySet<string> {
  const texts = [
    ...ways.flat(),
    ...targets.flatMap((target) => (target.kind === 'passage' ? [target.passage.text] : [])),
  ];
  return new Set(texts.flatMap(words));
}

/** Scores -> shares of 1, the best standing out the more the further it is ahead. */
function shareOut(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp((score - most) * SHARPNESS));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}
