import { ukDayName } from '../../../src/core/uk-time';
import { inOffices, JOE, moment, officeOf, PRIYA, TUESDAY_THURSDAY } from './an-office';

const CHRISTMAS = { closed: [{ from: '2026-12-24', to: '2027-01-01' }] };
const AWAY = { ...PRIYA, leave: [{ from: '2026-08-03', to: '2026-08-14' }] };
const JOE_AWAY = { ...JOE, leave: [{ from: '2026-08-03', to: '2026-08-07' }] };
const SCOTLAND = { bankHolidays: 'scotland' } as const;
const NORTHERN_IRELAND = { bankHolidays: 'northern-ireland' } as const;

describe('an answer is due', () => {
  it.each(
    inOffices<string>([
      ['two working days after a Monday', '2026-11-23T14:30Z', 'Wednesday 25 November'],
      [
        'on the second day that a part-time clerk works',
        '2026-11-23T14:30Z',
        'Thursday 26 November',
        { hours: TUESDAY_THURSDAY },
      ],
      [
        'on the same weekday a week on, when asked before a part-time clerk begins',
        '2026-11-24T08:00Z',
        'Tuesday 1 December',
        { hours: TUESDAY_THURSDAY },
      ],
      [
        'the next working day, where one day is promised',
        '2026-11-23T14:30Z',
        'Tuesday 24 November',
        { answerWithinDays: 1 },
      ],
      ['the same when asked in the last minute of the hours', '2026-11-23T16:59:59Z', 'Wednesday 25 November'],
      ['the same when asked in the last minute of the day', '2026-11-23T23:59:59Z', 'Wednesday 25 November'],
      ['a day later when asked a minute after midnight', '2026-11-24T00:01Z', 'Thursday 26 November'],
      ['by the clock of the summer when asked after midnight', '2026-06-30T23:30Z', 'Friday 3 July'],
      ['on Tuesday when asked on Saturday', '2026-11-28T11:00Z', 'Tuesday 1 December'],
      ['on Tuesday when asked on Sunday', '2026-11-29T11:00Z', 'Tuesday 1 December'],
      ['a day later in Scotland at St Andrew’s Day', '2026-11-28T11:00Z', 'Wednesday 2 December', SCOTLAND],
      [
        'after Christmas and the day for Boxing Day when asked on Christmas Eve',
        '2026-12-24T10:00Z',
        'Wednesday 30 December',
      ],
      ['after the closure when asked on Christmas Eve', '2026-12-24T10:00Z', 'Tuesday 5 January', CHRISTMAS],
      [
        'after the closure and the day for 2 January in Scotland',
        '2026-12-24T10:00Z',
        'Wednesday 6 January',
        { ...SCOTLAND, ...CHRISTMAS },
      ],
      ['after New Year in England', '2025-12-31T10:00Z', 'Monday 5 January'],
      ['after 2 January in Scotland', '2025-12-31T10:00Z', 'Tuesday 6 January', SCOTLAND],
      ['after 17 March in Northern Ireland', '2026-03-16T10:00Z', 'Thursday 19 March', NORTHERN_IRELAND],
      ['on 18 March elsewhere', '2026-03-16T10:00Z', 'Wednesday 18 March'],
      [
        'after 13 July in Northern Ireland, for 12 July is a Sunday',
        '2026-07-10T10:00+01:00',
        'Wednesday 15 July',
        NORTHERN_IRELAND,
      ],
      ['on 14 July elsewhere', '2026-07-10T10:00+01:00', 'Tuesday 14 July'],
      ['after the early May bank holiday', '2026-05-01T10:00+01:00', 'Wednesday 6 May'],
      ['after Good Friday and Easter Monday', '2026-04-02T10:00+01:00', 'Wednesday 8 April'],
      ['after Good Friday alone in Scotland', '2026-04-02T10:00+01:00', 'Tuesday 7 April', SCOTLAND],
      ['after the day that was proclaimed for Scotland', '2026-06-12T10:00+01:00', 'Wednesday 17 June', SCOTLAND],
      ['after the clocks went on', '2026-03-27T10:00Z', 'Tuesday 31 March'],
      ['after the clocks went back', '2026-10-23T10:00+01:00', 'Tuesday 27 October'],
      ['after a leave, without a deputy', '2026-07-31T10:00+01:00', 'Tuesday 18 August', { clerks: [AWAY] }],
      ['after a leave, when asked during it', '2026-08-05T10:00+01:00', 'Tuesday 18 August', { clerks: [AWAY] }],
      ['as ever with a deputy', '2026-07-31T10:00+01:00', 'Tuesday 4 August', { clerks: [AWAY, JOE] }],
      [
        'when the deputy is back, if both are on leave',
        '2026-07-31T10:00+01:00',
        'Tuesday 11 August',
        { clerks: [AWAY, JOE_AWAY] },
      ],
    ]),
  )('%s', (_, asked, day, office) => {
    const due = office.due(asked);
    expect(ukDayName(due?.overdueAt ?? 0)).toBe(day);
    expect(new Date(`${due?.day}T12:00Z`).getUTCDate()).toBe(Number(day.split(' ')[1]));
  });

  it.each([
    ['in winter', '2026-11-23T14:30Z', '2026-11-25T17:00Z'],
    ['in summer', '2026-07-06T14:30Z', '2026-07-08T16:00Z'],
    ['on the day after the clocks went on', '2026-03-26T10:00Z', '2026-03-30T16:00Z'],
    ['on the day after the clocks went back', '2026-10-22T10:00Z', '2026-10-26T17:00Z'],
  ])('and overdue when the hours of that day end, %s', (_, asked, overdue) => {
    expect(moment(officeOf().due(Date.parse(asked))?.overdueAt)).toBe(overdue);
  });

  it('and overdue when the last of two clerks goes home', () => {
    const late = { name: 'Ann Lee', hours: { wednesday: [{ from: 12 * 60, to: 19 * 60 + 30 }] } };
    const office = officeOf({ clerks: [late, PRIYA] });
    expect(moment(office.due(Date.parse('2026-11-23T14:30Z'))?.overdueAt)).toBe('2026-11-25T19:30Z');
  });

  it('at no time, when nobody ever works', () => {
    expect(officeOf({ hours: {} }).due(Date.parse('2026-11-23T14:30Z'))).toBeUndefined();
  });
});

describe('the nudge', () => {
  it.each(
    inOffices<string>([
      ['comes half way', '2026-11-23T11:00Z', '2026-11-24T14:00Z'],
      ['waits for the morning when half way is in the night', '2026-11-23T15:00Z', '2026-11-24T16:00Z'],
      ['waits for Monday when half way is on Sunday', '2026-11-27T16:00Z', '2026-11-30T09:00Z'],
      ['does not come together with what was asked after hours', '2026-11-27T17:00Z', '2026-12-01T09:00Z'],
      [
        'waits for the first day of a part-time clerk',
        '2026-11-23T14:30Z',
        '2026-11-26T09:00Z',
        { hours: TUESDAY_THURSDAY },
      ],
      ['waits for the end of the closure', '2026-12-23T14:30Z', '2027-01-04T09:00Z', CHRISTMAS],
      ['comes by the clock of the summer', '2026-03-27T16:00Z', '2026-03-30T08:00Z'],
    ]),
  )('%s', (_, asked, nudged, office) => {
    expect(moment(office.nudgeAt(asked))).toBe(nudged);
  });

  it('does not come where the settings do not want it', () => {
    expect(officeOf({ nudge: false }).nudgeAt(Date.parse('2026-11-23T11:00Z'))).toBeUndefined();
  });

  it('does not come when nobody ever works', () => {
    expect(officeOf({ hours: {} }).nudgeAt(Date.parse('2026-11-23T11:00Z'))).toBeUndefined();
  });
});
