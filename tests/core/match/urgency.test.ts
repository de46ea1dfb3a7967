import fc from 'fast-check';
import type { ClassMeaning } from '../../../src/core/match/match-classes';
import { sharesOfUrgency, URGENCY_CLASSES, urgencyClassOf, urgencyOf } from '../../../src/core/match/urgency';
import { passageOf } from '../asking';

const LEAST = 1e-4;
const logOdds = (share: number) => Math.log((share + LEAST) / (1 - share + LEAST));
const together = (...shares: readonly number[]) =>
  1 / (1 + Math.exp(-shares.reduce((sum, share) => sum + logOdds(share), 0) / shares.length));

/** Shares with the rest for what is ordinary. */
const shares = (named: Partial<Record<(typeof URGENCY_CLASSES)[number], number>>) => {
  const danger = Object.values(named).reduce((sum, share) => sum + share, 0);
  return Float64Array.from(URGENCY_CLASSES, (name) => named[name] ?? (name === 'ordinary' ? 1 - danger : 0));
};
const anyShares = fc
  .array(fc.nat(100), { minLength: URGENCY_CLASSES.length, maxLength: URGENCY_CLASSES.length })
  .map((list) => Float64Array.from(list, (one) => one / (list.reduce((sum, other) => sum + other, 0) || 1)));

describe('urgencyOf', () => {
  it('names the level that the words and the subject together make likeliest', () => {
    const tone = shares({ 'danger-now': 0.4, 'self-harm': 0.3 });
    expect(urgencyOf(tone, shares({}), [0.5])?.level).toBe('danger-now');
    expect(urgencyOf(tone, shares({ 'self-harm': 0.2 }), [0.5])?.level).toBe('self-harm');
  });

  it('takes neither distress nor ordinary talk for a level', () => {
    const found = urgencyOf(shares({ distress: 0.9, safeguarding: 0.01 }), shares({}), [0.01]);
    expect(found?.level).toBe('safeguarding');
    expect(found?.confidence).toBeLessThan(0.02);
  });

  it('is as sure of danger as the mean of the log-odds of all levels, and of distress likewise', () => {
    fc.assert(
      fc.property(
        anyShares,
        anyShares,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (tone, subject, others) => {
          const danger = (all: Float64Array) => all.slice(0, 5).reduce((sum, share) => sum + share, 0);
          const found = urgencyOf(tone, subject, others);
          expect(found?.confidence).toBeCloseTo(together(danger(tone), danger(subject), ...others), 9);
          expect(found?.distress).toBeCloseTo(together(tone[5] ?? 0, subject[5] ?? 0), 9);
        },
      ),
    );
  });

  it('says the same whichever voice speaks first, and stays a probability', () => {
    fc.assert(
      fc.property(anyShares, anyShares, (tone, subject) => {
        const [one, other] = [urgencyOf(tone, subject, [0.3]), urgencyOf(subject, tone, [0.3])];
        expect(one?.level).toBe(other?.level);
        expect(one?.confidence).toBeCloseTo(other?.confidence ?? -1, 9);
        for (const sure of [one?.confidence, one?.distress]) {
          expect(sure).toBeGreaterThanOrEqual(0);
          expect(sure).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is less sure when one voice hears danger than when all do', () => {
    const loud = shares({ 'threat-crime': 0.95 });
    expect(urgencyOf(loud, shares({}), [0])?.confidence ?? 1).toBeLessThan(0.1);
    expect(urgencyOf(loud, loud, [0])?.confidence ?? 1).toBeLessThan(0.5);
    expect(urgencyOf(loud, loud, [0.95, 0.95])?.confidence).toBeCloseTo(0.95, 3);
  });
});

describe('urgencyClassOf', () => {
  const talk = (id: string): ClassMeaning => ({
    kind: 'talk',
    talk: { id, reply: { kind: 'note', text: '' }, ways: [] },
  });

  it.each<[string, ClassMeaning, (typeof URGENCY_CLASSES)[number]]>([
    ['a level of danger', { kind: 'urgent', level: 'self-threat' }, 'self-threat'],
    ['a way of speaking that only sounds like danger', { kind: 'urgent', level: 'not-urgent' }, 'ordinary'],
    ['a passage', { kind: 'passage', passage: passageOf('a') }, 'ordinary'],
    ['a topic', { kind: 'topic', topic: { id: 'distress', title: '', nearest: [], ways: [] } }, 'ordinary'],
    ['talk of abuse that wears somebody down', talk('abuse-steps'), 'distress'],
    ['other talk', talk('thanks'), 'ordinary'],
  ])('puts %s where it belongs', (_, meaning, name) => {
    expect(URGENCY_CLASSES[urgencyClassOf(meaning)]).toBe(name);
  });
});

describe('sharesOfUrgency', () => {
  it('adds up the shares of each class and leaves out what has none', () => {
    const parts = [
      { level: 1, share: 0.25 },
      { level: 6, share: 0.25 },
      { level: 1, share: 0.125 },
      { level: -1, share: 0.375 },
    ];
    expect([...sharesOfUrgency(parts)]).toEqual([0, 0.375, 0, 0, 0, 0, 0.25]);
  });
});
