import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCouncil } from '../src/config';
import { temporaryFolder } from './adapters/storage/temporary-folder';

const ROOT = join(__dirname, '..');
const OWN = readFileSync(join(ROOT, 'config', 'council.yaml'), 'utf8');
const OLD = OWN.replace(/^office:\n(?: .*\n)+/mu, '');
const FILE = join(temporaryFolder(), 'council.yaml');
const CLERK = '    email: clerk@skelderby-tc.gov.uk\n    #';

/** The settings of a file that says nothing about the office, with something added. */
function readWith(office: string, clerk = '') {
  writeFileSync(FILE, `${OLD.replace(CLERK, `    email: clerk@skelderby-tc.gov.uk\n${clerk}    #`)}\n${office}`);
  return readCouncil(ROOT, { COUNCIL_FILE: FILE });
}

const NINE_TO_FIVE = [{ from: 540, to: 1020 }];
const NINE_TO_ONE = [{ from: 540, to: 780 }];

describe('the office', () => {
  it('of a file that says nothing works on weekdays and answers in two days', () => {
    expect(OLD).not.toMatch(/^office:/mu);
    expect(readWith('').office).toEqual({
      hours: {
        monday: NINE_TO_FIVE,
        tuesday: NINE_TO_FIVE,
        wednesday: NINE_TO_FIVE,
        thursday: NINE_TO_FIVE,
        friday: NINE_TO_FIVE,
      },
      bankHolidays: 'england-and-wales',
      closed: [],
      answerWithinDays: 2,
      nudge: true,
    });
  });

  it('of the repository works on Tuesday and Thursday, as its file says', () => {
    expect(readCouncil(ROOT, {})).toMatchObject({
      clerk: { days: 'Tuesday and Thursday' },
      office: {
        hours: { tuesday: NINE_TO_ONE, thursday: NINE_TO_ONE },
        closed: [{ from: '2026-12-24', to: '2027-01-01' }],
      },
    });
    expect(Object.keys(readCouncil(ROOT, {}).office.hours)).toEqual(['tuesday', 'thursday']);
  });

  it('takes all that is set', () => {
    const office =
      'office: { hours: { monday: [ "8:30-12:00", "13:00 - 16:45" ] }, bank_holidays: scotland, closed: [{ from: 2026-12-24, to: 2026-12-24 }], answer_within_days: 5, nudge: false }\n';
    expect(readWith(office).office).toEqual({
      hours: {
        monday: [
          { from: 510, to: 720 },
          { from: 780, to: 1005 },
        ],
      },
      bankHolidays: 'scotland',
      closed: [{ from: '2026-12-24', to: '2026-12-24' }],
      answerWithinDays: 5,
      nudge: false,
    });
  });

  it('may have no hours', () => {
    expect(readWith('office: { hours: {} }\n').office.hours).toEqual({});
  });

  it('may have hours that follow at once, or none on a day', () => {
    const { hours } = readWith('office: { hours: { monday: ["09:00-13:00", "13:00-14:00"], friday: [] } }\n').office;
    expect(hours).toEqual({ monday: [...NINE_TO_ONE, { from: 780, to: 840 }], friday: [] });
  });

  it('knows deputies, own hours and leave of clerks', () => {
    const clerk =
      '    deputy: true\n    hours: { friday: "09:00-13:00" }\n    leave: [{ from: 2027-08-02, to: 2027-08-13 }]\n';
    expect(readWith('', clerk).clerks).toEqual([
      expect.objectContaining({
        deputy: true,
        hours: { friday: NINE_TO_ONE },
        leave: [{ from: '2027-08-02', to: '2027-08-13' }],
      }),
    ]);
  });

  it.each([
    ['hours that end before they begin', 'hours: { monday: "13:00-09:00" }', 'such as "09:00-13:00"'],
    ['hours that last no time', 'hours: { monday: "09:00-09:00" }', 'such as "09:00-13:00"'],
    ['hours after midnight', 'hours: { monday: "22:00-24:30" }', 'such as "09:00-13:00"'],
    ['hours in words', 'hours: { monday: morning }', 'such as "09:00-13:00"'],
    ['hours with minutes that are none', 'hours: { monday: "09:60-13:00" }', 'such as "09:00-13:00"'],
    ['hours that are a number', 'hours: { monday: 9 }', 'such as "09:00-13:00"'],
    ['a day without its hours', 'hours: { monday: }', 'such as "09:00-13:00"'],
    ['hours that overlap', 'hours: { monday: ["09:00-13:00", "12:59-14:00"] }', 'overlap, or are not in order'],
    ['hours out of order', 'hours: { monday: ["13:00-14:00", "09:00-10:00"] }', 'overlap, or are not in order'],
    ['an unknown day', 'hours: { mon: "09:00-13:00" }', "Unrecognized key(s) in object: 'mon'"],
    ['bank holidays of nowhere', 'bank_holidays: wales', 'Invalid enum value'],
    ['a closure that ends before it begins', 'closed: [{ from: 2027-01-02, to: 2027-01-01 }]', 'ends before it begins'],
    ['a closure on a day that is none', 'closed: [{ from: 2027-02-28, to: 2027-02-30 }]', 'is not a day such as'],
    ['a closure in another form', 'closed: [{ from: 1/1/2027, to: 2/1/2027 }]', 'is not a day such as'],
    ['an answer at once', 'answer_within_days: 0', 'greater than or equal to 1'],
    ['an answer in a month', 'answer_within_days: 21', 'less than or equal to 20'],
    ['a setting that is unknown', 'holidays: scotland', "Unrecognized key(s) in object: 'holidays'"],
  ])('with %s is refused at its line', (_, setting, why) => {
    const line = OLD.split('\n').length + 1;
    expect(() => readWith(`office:\n  ${setting}\n`)).toThrow(why);
    expect(() => readWith(`office:\n  ${setting}\n`)).toThrow(
      new RegExp(`council\\.yaml, line (${line}|${line + 1}): office`, 'u'),
    );
  });

  it('with a clerk’s leave that ends before it begins is refused', () => {
    expect(() => readWith('', '    leave: [{ from: 2027-08-13, to: 2027-08-02 }]\n')).toThrow(
      'clerks.0.leave.0: ends before it begins',
    );
  });
});
