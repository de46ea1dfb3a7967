import type { Clerk, DayRange } from '../../../src/core/council';
import { inOffices, JOE, moment, namesOf, officeOf, PRIYA, TUESDAY_THURSDAY } from './an-office';

const AWAY: Clerk = { ...PRIYA, leave: [{ from: '2026-08-03', to: '2026-08-14' }] };
const MORNINGS = {
  tuesday: [
    { from: 9 * 60, to: 12 * 60 },
    { from: 13 * 60, to: 16 * 60 },
  ],
};

describe('on duty', () => {
  it.each(
    inOffices<readonly string[]>([
      ['is the clerk, in the first minute of the hours', '2026-11-24T09:00:00Z', ['Priya Shah']],
      ['is nobody a second before', '2026-11-24T08:59:59Z', []],
      ['is the clerk in the last second of the hours', '2026-11-24T16:59:59Z', ['Priya Shah']],
      ['is nobody when the hours end', '2026-11-24T17:00:00Z', []],
      ['is nobody in a break', '2026-11-24T12:30:00Z', [], { hours: MORNINGS }],
      ['is the clerk after a break', '2026-11-24T13:00:00Z', ['Priya Shah'], { hours: MORNINGS }],
      ['is the clerk at nine in summer', '2026-07-01T08:00:00Z', ['Priya Shah']],
      ['is nobody at eight in summer', '2026-07-01T07:00:00Z', []],
      ['is nobody on Saturday', '2026-11-28T10:00Z', []],
      ['is nobody on Christmas Day', '2026-12-25T10:00Z', []],
      ['is nobody on the day for Boxing Day', '2026-12-28T10:00Z', []],
      [
        'is nobody on the last day of a closure',
        '2026-12-30T10:00Z',
        [],
        { closed: [{ from: '2026-12-29', to: '2026-12-30' }] },
      ],
      [
        'is the clerk on the day after a closure',
        '2026-12-31T10:00Z',
        ['Priya Shah'],
        { closed: [{ from: '2026-12-29', to: '2026-12-30' }] },
      ],
      [
        'is nobody on a day on which a part-time clerk does not work',
        '2026-11-25T10:00Z',
        [],
        { hours: TUESDAY_THURSDAY },
      ],
      ['is no deputy while the clerk is there', '2026-11-24T10:00Z', ['Priya Shah'], { clerks: [PRIYA, JOE] }],
      ['is the deputy on the first day of leave', '2026-08-03T10:00Z', ['Joe Marr'], { clerks: [AWAY, JOE] }],
      ['is the deputy on the last day of leave', '2026-08-14T10:00Z', ['Joe Marr'], { clerks: [AWAY, JOE] }],
      ['is the clerk on the day after it', '2026-08-17T10:00Z', ['Priya Shah'], { clerks: [AWAY, JOE] }],
      [
        'is nobody when both are on leave',
        '2026-08-03T10:00Z',
        [],
        { clerks: [AWAY, { ...JOE, leave: [{ from: '2026-08-01', to: '2026-08-31' }] }] },
      ],
      [
        'is the other clerk, and no deputy, while one is on leave',
        '2026-08-03T10:00Z',
        ['Ann Lee'],
        { clerks: [AWAY, { name: 'Ann Lee' }, JOE] },
      ],
      [
        'is the deputy when the clerk is on leave and the other clerk does not work on this day',
        '2026-08-03T10:00Z',
        ['Joe Marr'],
        { clerks: [AWAY, { name: 'Ann Lee', hours: TUESDAY_THURSDAY }, JOE] },
      ],
      [
        'is no deputy only because the clerk does not work on this day',
        '2026-11-25T10:00Z',
        [],
        { clerks: [{ ...PRIYA, hours: TUESDAY_THURSDAY }, JOE] },
      ],
      [
        'are both of two clerks',
        '2026-11-24T10:00Z',
        ['Priya Shah', 'Ann Lee'],
        { clerks: [PRIYA, { name: 'Ann Lee' }] },
      ],
      [
        'is a clerk in hours of their own',
        '2026-11-28T10:00Z',
        ['Priya Shah'],
        { clerks: [{ ...PRIYA, hours: { saturday: [{ from: 600, to: 720 }] } }] },
      ],
      ['is nobody with no hours of their own', '2026-11-24T10:00Z', [], { clerks: [{ ...PRIYA, hours: {} }] }],
      ['are the deputies where there is nobody else', '2026-11-24T10:00Z', ['Joe Marr'], { clerks: [JOE] }],
    ]),
  )('%s', (_, at, names, office) => {
    expect(namesOf(office.onDuty(at))).toEqual(names);
  });
});

describe('the next moment on duty', () => {
  it.each(
    inOffices<string>([
      ['is now, when somebody is', '2026-11-24T10:00Z', '2026-11-24T10:00Z Priya Shah'],
      ['is the morning, when it is early', '2026-11-24T07:00Z', '2026-11-24T09:00Z Priya Shah'],
      ['is the next day, when the hours are over', '2026-11-24T17:00Z', '2026-11-25T09:00Z Priya Shah'],
      ['is after the break, in a break', '2026-11-24T12:00Z', '2026-11-24T13:00Z Priya Shah', { hours: MORNINGS }],
      ['is Monday, on Friday evening', '2026-11-27T18:00Z', '2026-11-30T09:00Z Priya Shah'],
      [
        'is the Tuesday after Christmas, on Christmas Eve in the evening',
        '2026-12-24T18:00Z',
        '2026-12-29T09:00Z Priya Shah',
      ],
      [
        'is the Tuesday of a part-time clerk, on Saturday',
        '2026-11-21T11:00Z',
        '2026-11-24T09:00Z Priya Shah',
        { hours: TUESDAY_THURSDAY },
      ],
      [
        'is the end of the leave, without a deputy',
        '2026-08-01T11:00Z',
        '2026-08-17T08:00Z Priya Shah',
        { clerks: [AWAY] },
      ],
      ['is the deputy’s, with one', '2026-08-01T11:00Z', '2026-08-03T08:00Z Joe Marr', { clerks: [AWAY, JOE] }],
      ['is an hour earlier by the sun after the clocks went on', '2026-03-27T18:00Z', '2026-03-30T08:00Z Priya Shah'],
      ['is an hour later by the sun after the clocks went back', '2026-10-23T18:00Z', '2026-10-26T09:00Z Priya Shah'],
      [
        'is Tuesday, after the day for 2 January in Scotland',
        '2026-12-31T18:00Z',
        '2027-01-05T09:00Z Priya Shah',
        { bankHolidays: 'scotland' },
      ],
    ]),
  )('%s', (_, at, next, office) => {
    const found = office.nextOnDuty(at);
    expect(`${moment(found?.at)} ${namesOf(found?.clerks)}`).toBe(next);
  });

  it.each([
    ['2026-03-29', '2026-03-29T08:00Z', '2026-03-29T16:00Z'],
    ['2026-10-25', '2026-10-25T09:00Z', '2026-10-25T17:00Z'],
    ['2027-03-28', '2027-03-28T08:00Z', '2027-03-28T16:00Z'],
    ['2027-10-31', '2027-10-31T09:00Z', '2027-10-31T17:00Z'],
  ])('is right on %s, when the clocks change, for somebody who works on Sunday', (day, from, to) => {
    const office = officeOf({ hours: { sunday: [{ from: 540, to: 1020 }] } });
    expect(moment(office.nextOnDuty(Date.parse(`${day}T00:00Z`))?.at)).toBe(from);
    expect(office.onDuty(Date.parse(to) - 1)).toHaveLength(1);
    expect(office.onDuty(Date.parse(to))).toHaveLength(0);
  });

  it('is never in hours that the clocks leave out', () => {
    const office = officeOf({ hours: { sunday: [{ from: 75, to: 120 }] } });
    expect(moment(office.nextOnDuty(Date.parse('2026-03-28T12:00Z'))?.at)).toBe('2026-04-05T00:15Z');
  });
});

describe('the next morning', () => {
  it.each(
    inOffices<string>([
      ['is now, when the hours begin', '2026-11-24T09:00Z', '2026-11-24T09:00Z'],
      ['is today, when it is early', '2026-11-24T06:00Z', '2026-11-24T09:00Z'],
      ['is the next working day, when the hours have begun', '2026-11-24T09:01Z', '2026-11-25T09:00Z'],
      ['is no end of a break', '2026-11-24T12:30Z', '2026-12-01T09:00Z', { hours: MORNINGS }],
      ['is after Christmas, from the morning of Christmas Eve', '2026-12-24T10:00Z', '2026-12-29T09:00Z'],
    ]),
  )('%s', (_, at, morning, office) => {
    expect(moment(office.nextMorning(at)?.at)).toBe(morning);
  });
});

describe('an office in which nobody works', () => {
  const now = Date.parse('2026-08-31T18:00+01:00');
  const leave = (to: string): readonly DayRange[] => [{ from: '2026-09-01', to }];

  it.each([
    ['without hours', officeOf({ hours: {} })],
    ['without clerks', officeOf({ clerks: [] })],
    ['closed for good', officeOf({ closed: [{ from: '2000-01-01', to: '2100-01-01' }] })],
    ['with its clerk on leave for 61 days', officeOf({ clerks: [{ ...PRIYA, leave: leave('2026-10-31') }] })],
  ])('%s promises nothing', (_, office) => {
    expect(office.onDuty(now)).toEqual([]);
    expect([office.nextOnDuty(now), office.nextMorning(now), office.due(now), office.nudgeAt(now)]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('for just under 60 days still says when somebody is back', () => {
    const office = officeOf({ clerks: [{ ...PRIYA, leave: leave('2026-10-29') }] });
    expect(moment(office.nextOnDuty(now)?.at)).toBe('2026-10-30T09:00Z');
    expect(office.due(now)?.day).toBe('2026-11-02');
  });
});
