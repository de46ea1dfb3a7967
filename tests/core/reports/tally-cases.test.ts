import type { CaseEvent } from '../../../src/core/cases/case';
import { factsOfCase } from '../../../src/core/reports/facts-of-case';
import { type Reply, tallyCases } from '../../../src/core/reports/tally-cases';
import { HOLIDAYS, PRIYA, WEEKDAYS } from '../cases/an-office';

const COUNCIL = {
  clerks: [PRIYA],
  office: {
    hours: WEEKDAYS,
    bankHolidays: 'england-and-wales',
    closed: [],
    answerWithinDays: 3,
    nudge: true,
  },
} as const;
const SAM = { id: 'sam', name: 'Sam' };

/** Asked on Wednesday 28 October 2026. */
const ASKED = Date.parse('2026-10-28T10:00Z');

describe('how soon the desk replied', () => {
  it.each<
    [string, readonly (readonly [CaseEvent['kind'], string, 'desk' | 'sam'])[], readonly [string, Reply] | undefined]
  >([
    ['on the same day', [['answered', '2026-10-28T15:00Z', 'desk']], ['2026-10', 'one_day']],
    ['by the end of the next day', [['answered', '2026-10-29T16:59Z', 'desk']], ['2026-10', 'one_day']],
    ['after two working days', [['answered', '2026-10-30T09:00Z', 'desk']], ['2026-10', 'two_days']],
    ['over a weekend, in the next month', [['answered', '2026-11-02T16:00Z', 'desk']], ['2026-11', 'longer']],
    ['after the promised day', [['answered', '2026-11-03T09:00Z', 'desk']], ['2026-11', 'late']],
    ['not at all', [], ['2026-11', 'late']],
    ['with a question of its own', [['asked_more', '2026-10-28T15:00Z', 'desk']], ['2026-10', 'one_day']],
    ['by closing it', [['closed', '2026-10-28T15:00Z', 'desk']], ['2026-10', 'one_day']],
    ['too late for somebody who had withdrawn', [['withdrawn', '2026-11-03T09:00Z', 'sam']], ['2026-11', 'late']],
    ['to nobody, because it was withdrawn in time', [['withdrawn', '2026-10-29T09:00Z', 'sam']], undefined],
    [
      'once: what came later does not count',
      [
        ['taken', '2026-10-28T11:00Z', 'desk'],
        ['answered', '2026-10-28T15:00Z', 'desk'],
        ['followed_up', '2026-10-30T15:00Z', 'sam'],
        ['answered', '2026-12-30T15:00Z', 'desk'],
      ],
      ['2026-10', 'one_day'],
    ],
  ])('%s', (_, happened, counted) => {
    const replies = tallied(happened).filter(({ kind }) => kind === 'reply');
    expect(replies).toEqual(counted ? [{ month: counted[0], kind: 'reply', key: counted[1], count: 1 }] : []);
  });

  it('why it was asked counts in the month of asking', () => {
    expect(tallied([])[0]).toEqual({ month: '2026-10', kind: 'reason', key: 'draft', count: 1 });
  });

  it('where nobody is ever on duty, nothing is late and a reply is not within days', () => {
    const nobody = { ...COUNCIL, office: { ...COUNCIL.office, hours: {} } };
    expect(tallyCases([facts([])], nobody, HOLIDAYS)).toHaveLength(1);
    const [, reply] = tallyCases([facts([['answered', '2026-10-28T15:00Z', 'desk']])], nobody, HOLIDAYS);
    expect(reply?.key).toBe('longer');
  });

  it('the facts hold nothing of what was said, and nobody', () => {
    const text = JSON.stringify(facts([['answered', '2026-10-28T15:00Z', 'desk']]));
    expect(text).not.toMatch(/secret|sam|Sam|Priya/u);
  });
});

type Happened = readonly (readonly [CaseEvent['kind'], string, 'desk' | 'sam'])[];

function tallied(happened: Happened) {
  return tallyCases([facts(happened)], COUNCIL, HOLIDAYS);
}

function facts(happened: Happened) {
  const events = happened.map(([kind, at, by]) => ({
    kind,
    at: Date.parse(at),
    by: by === 'sam' ? SAM : { id: 'priya', name: 'Priya' },
    text: 'secret words',
  }));
  return factsOfCase('draft', [{ kind: 'opened', at: ASKED, by: SAM }, ...events] as readonly CaseEvent[]);
}
