import fc from 'fast-check';
import type { Passage } from '../../../src/core/model';
import { buildReport } from '../../../src/core/reports/build-report';
import { periodOf } from '../../../src/core/reports/period';
import { FEWEST, releaseCounts } from '../../../src/core/reports/release-counts';
import type { FigureKind } from '../../../src/core/reports/report';
import type { Tallied } from '../../../src/core/reports/tally';

const AT = Date.parse('2026-11-17T12:00Z');

const [golden, photosA, photosB, trolls, risks, street, rule1] = [
  passage('golden', 'The golden rule'),
  passage('photos.a', 'Photos'),
  passage('photos.b', 'Photos'),
  passage('trolls', 'Trolls'),
  passage('risks', 'Risks'),
  passage('street', 'In the street'),
  passage('rule.1', 'Rules of engagement'),
] as const;
const PASSAGES = [golden, photosA, photosB, trolls, risks, street, rule1];
const knowledge = {
  policy: { title: '', source: '', headingLinks: [], warnings: [], passages: PASSAGES },
  quotes: { goldenRule: golden, risks, streetTest: street, pageRules: [rule1], abuseSteps: [trolls] },
};

describe('a report', () => {
  it('adds up the passages below one heading, the most first', () => {
    const { figures } = reportOn('2026-10', [
      counted('passage', 'photos.a', 2),
      counted('passage', 'photos.b', 1),
      counted('passage', 'trolls', 5),
      counted('rule', 'tone', 3),
    ]);
    expect(figures.passage).toEqual([
      { key: 'Trolls', count: 5 },
      { key: 'Photos', count: 3 },
    ]);
  });

  it('leaves out a passage that the policy no longer has', () =>
    expect(reportOn('2026-10', [counted('passage', 'gone', 9)]).figures.passage).toEqual([]));

  it('is on the month alone when the month has enough', () => {
    const report = reportOn('2026-08', [
      counted('rule', 'tone', 3, '2026-08'),
      counted('rule', 'children', 3, '2026-08'),
      counted('topic', 'other', 3, '2026-08'),
      counted('card', 'rules', 9, '2026-07'),
    ]);
    expect(report.period.token).toBe('2026-08');
    expect(report).not.toHaveProperty('tooShort');
    expect(report.figures.card).toEqual([]);
  });

  it('grows to the quarter, then to the year, and says from what', () => {
    const quarter = reportOn('2026-08', [
      counted('rule', 'tone', 3, '2026-08'),
      counted('rule', 'children', 3, '2026-09'),
      counted('topic', 'other', 3, '2026-07'),
    ]);
    expect([quarter.period.token, quarter.tooShort?.token]).toEqual(['2026-q3', '2026-08']);
    const year = reportOn('2026-08', [counted('rule', 'tone', 3, '2026-01')]);
    expect([year.period.token, year.period.months.length, year.tooShort?.token]).toEqual(['2026', 10, '2026-08']);
  });

  it('on a year has nothing around it to grow to', () =>
    expect(reportOn('2026', [])).toMatchObject({ period: { token: '2026' }, unneeded: [] }));

  it('leaves nothing to wish where a January is all that the year has', () => {
    const period = periodOf('2027-01', Date.parse('2027-02-02T12:00Z'));
    if (!period) throw new Error('January is over');
    const report = buildReport(period, { tallied: [], knowledge, at: Date.parse('2027-02-02T12:00Z') });
    expect(report).not.toHaveProperty('tooShort');
  });

  it('names the headings of which no figure speaks, but not those whose words a card has shown', () => {
    const tallied = [counted('passage', 'photos.a', 4), counted('card', 'rules', 3), counted('topic', 'other', 3)];
    expect(reportOn('2026-10', tallied).unneeded).toEqual(['Trolls', 'Risks', 'In the street']);
    const seldom = [...tallied, counted('passage', 'trolls', 2)];
    expect(reportOn('2026-10', seldom).unneeded).toContain('Trolls');
  });

  const cells = [
    ['passage', 'photos.a'],
    ['passage', 'photos.b'],
    ['passage', 'trolls'],
    ['topic', 'other'],
    ['card', 'golden-rule'],
    ['rule', 'tone'],
    ['draft', 'clear'],
    ['reply', 'one_day'],
    ['reason', 'draft'],
  ] as const;
  const tallies = fc.array(
    fc.tuple(fc.constantFrom(...cells), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 4 })),
    { maxLength: 25 },
  );
  const tokens = fc.constantFrom('2026-03', '2026-08', '2026-10', '2026-q1', '2026-q3', '2026');

  // With the proof in release-counts.test.ts this makes every report safe, its sentences and lists included.
  it('of every period follows from what may be shown of each month, and from nothing else', () => {
    fc.assert(
      fc.property(tallies, tokens, (drawn, token) => {
        const tallied = drawn.map(([[kind, key], month, count]) =>
          counted(kind, key, count, `2026-${String(month).padStart(2, '0')}`),
        );
        const heading = new Map(PASSAGES.map(({ id, headings }) => [id, headings[0] ?? '']));
        const byHeading = tallied.map((one) => ({ ...one, key: heading.get(one.key) ?? one.key }));
        const first = new Map([
          ['Photos', 'photos.a'],
          ['Trolls', 'trolls'],
        ]);
        const released = releaseCounts(byHeading).map((one) => ({ ...one, key: first.get(one.key) ?? one.key }));
        expect(reportOn(token, tallied)).toEqual(reportOn(token, released));
      }),
    );
  });

  it('of any period has no figure below three', () => {
    fc.assert(
      fc.property(tallies, tokens, (drawn, token) => {
        const { figures } = reportOn(
          token,
          drawn.map(([[kind, key], , count]) => counted(kind, key, count)),
        );
        expect(
          Object.values(figures)
            .flat()
            .filter(({ count }) => count < FEWEST),
        ).toEqual([]);
      }),
    );
  });
});

function reportOn(token: string, tallied: readonly Tallied<FigureKind>[]) {
  const period = periodOf(token, AT);
  if (!period) throw new Error(`${token} is not over`);
  return buildReport(period, { tallied, knowledge, at: AT });
}

function counted(kind: FigureKind, key: string, count: number, month = '2026-10'): Tallied<FigureKind> {
  return { month, kind, key, count };
}

function passage(id: string, heading: string): Passage {
  const span = { start: 0, end: 0, line: 1 };
  return { id, headings: [heading], text: '', span, summary: '', ways: [], forPageUsers: false };
}
