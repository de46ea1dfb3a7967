import fc from 'fast-check';
import { decide, SURE } from '../../../src/core/conversation/decide';
import type { Match, Talk, Topic } from '../../../src/core/model';
import { passageOf } from '../asking';

const topic: Topic = { id: 'imprint', title: 'imprints', nearest: ['a'], ways: [] };
const talk: Talk = { id: 'greeting', reply: { kind: 'note', text: 'Hello.' }, ways: [] };

const passage = (id: string, share: number, confidence = 0.9): Match => ({
  kind: 'passage',
  passage: passageOf(id),
  share,
  confidence,
  evidence: {},
  nearest: [],
});
const openTopic = (share: number): Match => ({
  kind: 'topic',
  topic,
  share,
  confidence: share,
  evidence: {},
  nearest: [],
});
const smallTalk = (share: number): Match => ({
  kind: 'talk',
  talk,
  share,
  confidence: share,
  evidence: {},
  nearest: [],
});

describe('decide', () => {
  it('asks the clerk when nothing matches', () => {
    expect(decide([])).toEqual({ kind: 'escalate', nearest: [], confidence: 0 });
  });

  it.each([
    ['full confidence', 'answer', 1],
    ['just enough confidence', 'answer', SURE],
    ['a little too little', 'choose', SURE - 0.001],
  ])('with %s in a passage that leads it decides to %s', (_, kind, confidence) => {
    expect(decide([passage('a', 0.6, confidence)])).toMatchObject({ kind, passages: [{ id: 'a' }], confidence });
  });

  it('asks the clerk when even the likeliest passage is so unlikely that it says nothing, however much it leads', () => {
    expect(decide([passage('a', 0.99, 0.01)])).toMatchObject({ kind: 'escalate', nearest: [{ id: 'a' }] });
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

  it('asks the clerk already when a topic weighs half as much, unless a passage is probable all the same', () => {
    expect(decide([passage('a', 0.6, 0.5), openTopic(0.4)]).kind).toBe('escalate');
    expect(decide([passage('a', 0.6, 0.7), openTopic(0.4)]).kind).toBe('answer');
    expect(decide([passage('a', 0.7, 0.5), openTopic(0.3)]).kind).toBe('answer');
  });

  it('weighs kinds by their shares, not by their confidence', () => {
    expect(decide([openTopic(0.6), passage('a', 0.4, 1)]).kind).toBe('escalate');
    expect(decide([smallTalk(0.7), passage('a', 0.3, 1)]).kind).toBe('talk');
  });

  it('chats only when talk weighs more than everything else together', () => {
    expect(decide([smallTalk(0.9), passage('a', 0.1)])).toEqual({ kind: 'talk', talk, confidence: 0.9 });
    expect(decide([passage('a', 0.9), smallTalk(0.1)]).kind).toBe('answer');
    expect(decide([openTopic(0.9), smallTalk(0.1)]).kind).toBe('escalate');
    expect(decide([smallTalk(0.48), passage('a', 0.47), openTopic(0.05)]).kind).toBe('answer');
    expect(decide([smallTalk(0.48)])).toEqual({ kind: 'escalate', nearest: [], confidence: 0 });
  });

  it('gives at most three passages, the best first, and none that is far less likely than the first', () => {
    const near = [passage('a', 0.4), passage('b', 0.3), passage('c', 0.2), passage('d', 0.1)];
    expect(decide(near)).toMatchObject({ kind: 'answer', passages: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
    expect(decide([passage('a', 0.99), passage('b', 0.01)])).toMatchObject({ passages: [{ id: 'a' }] });
  });

  it('never answers without enough confidence, nor where uncovered topics weigh as much as the policy', () => {
    const portion = fc.double({ min: 0.001, max: 1, noNaN: true });
    const match = fc
      .tuple(fc.nat(4), portion, portion)
      .map(
        ([number, share, confidence]) =>
          [openTopic, smallTalk][number]?.(share) ?? passage(`p${number}`, share, confidence),
      );
    const ranked = fc.array(match, { maxLength: 8 }).map((all) => {
      const whole = all.reduce((sum, { share }) => sum + share, 0);
      return all.map((one) => ({ ...one, share: one.share / whole })).toSorted((a, b) => b.share - a.share);
    });
    fc.assert(
      fc.property(ranked, (matches) => {
        const decision = decide(matches);
        const weight = (kind: Match['kind']) =>
          matches.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.share, 0);
        if (decision.kind === 'talk') expect(weight('talk')).toBeGreaterThan(0.5);
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
