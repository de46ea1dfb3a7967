import fc from 'fast-check';
import { decide, SURE } from '../../../src/core/conversation/decide';
import type { Match, Talk, Topic } from '../../../src/core/model';
import { passageOf } from '../asking';

const topic: Topic = { id: 'imprint', title: 'imprints', nearest: ['a'], ways: [] };
const talk: Talk = { id: 'greeting', reply: { kind: 'note', text: 'Hello.' }, ways: [] };

const passage = (id: string, confidence: number): Match => ({
  kind: 'passage',
  passage: passageOf(id),
  confidence,
  evidence: {},
});
const openTopic = (confidence: number): Match => ({ kind: 'topic', topic, confidence, evidence: {} });
const smallTalk = (confidence: number): Match => ({ kind: 'talk', talk, confidence, evidence: {} });

describe('decide', () => {
  it('asks the clerk when nothing matches', () => {
    expect(decide([])).toEqual({ kind: 'escalate', nearest: [], confidence: 0 });
  });

  it.each([
    ['the whole of the evidence', 1, 'answer'],
    ['just enough', SURE, 'answer'],
    ['a little too little', SURE - 0.001, 'choose'],
  ])('with %s for a passage it decides to %3$s', (_, confidence, kind) => {
    expect(decide([passage('a', confidence)])).toMatchObject({ kind, passages: [{ id: 'a' }], confidence });
  });

  it.each([
    ['one open topic alone', [openTopic(0.3)], []],
    ['an open topic far ahead', [openTopic(0.9), passage('a', 0.1)], ['a']],
    ['an open topic level with the passages', [openTopic(0.5), passage('a', 0.5)], ['a']],
    ['a tie that the passage heads', [passage('a', 0.5), openTopic(0.5)], ['a']],
    ['several passages that weigh as much together', [openTopic(0.5), passage('a', 0.3), passage('b', 0.2)], ['a']],
  ])('with %s it goes to the clerk, with the topic and the nearest passage', (_, matches, nearest) => {
    expect(decide(matches)).toMatchObject({ kind: 'escalate', topic, nearest: nearest.map((id) => ({ id })) });
  });

  it('leaves an open topic aside when the policy weighs far more', () => {
    expect(decide([passage('a', 0.9), openTopic(0.1)])).toMatchObject({ kind: 'answer', passages: [{ id: 'a' }] });
  });

  it('chats only when talk weighs at least as much as anything else', () => {
    expect(decide([smallTalk(0.9), passage('a', 0.1)])).toEqual({ kind: 'talk', talk, confidence: 0.9 });
    expect(decide([passage('a', 0.9), smallTalk(0.1)]).kind).toBe('answer');
    expect(decide([openTopic(0.9), smallTalk(0.1)]).kind).toBe('escalate');
  });

  it('gives at most three passages, the best first, and none that is far less likely than the first', () => {
    const near = [passage('a', 0.4), passage('b', 0.3), passage('c', 0.2), passage('d', 0.1)];
    expect(decide(near)).toMatchObject({ kind: 'answer', passages: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
    expect(decide([passage('a', 0.99), passage('b', 0.01)])).toMatchObject({ passages: [{ id: 'a' }] });
  });

  it('never answers without enough confidence, nor where uncovered topics weigh as much as the policy', () => {
    const match = fc
      .tuple(fc.nat(4), fc.double({ min: 0.001, max: 1, noNaN: true }))
      .map(([number, confidence]) => [openTopic, smallTalk][number]?.(confidence) ?? passage(`p${number}`, confidence));
    const ranked = fc.array(match, { maxLength: 8 }).map((all) => all.toSorted((a, b) => b.confidence - a.confidence));
    fc.assert(
      fc.property(ranked, (matches) => {
        const decision = decide(matches);
        const weight = (kind: Match['kind']) =>
          matches.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.confidence, 0);
        if (decision.kind === 'talk') expect(matches.some((one) => one.kind === 'talk')).toBe(true);
        if (decision.kind !== 'answer' && decision.kind !== 'choose') return;
        expect(weight('topic')).toBeLessThan(weight('passage'));
        expect(decision.passages.length).toBeGreaterThanOrEqual(1);
        expect(decision.passages.length).toBeLessThanOrEqual(3);
        expect(decision.kind === 'answer').toBe(decision.confidence >= SURE);
      }),
      { numRuns: 500 },
    );
  });
});
