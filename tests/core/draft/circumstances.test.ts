import { circumstancesOf } from '../../../src/core/draft/circumstances';

const council = { elections: [{ from: '2027-03-23', to: '2027-05-06' }], incident: false };
const at = (day: string) => Date.parse(`${day}Z`);

describe('circumstancesOf', () => {
  it.each([
    ['the day before', '2027-03-22T23:30:00', []],
    ['the first day', '2027-03-23T00:00:00', ['election']],
    ['polling day, late, in summer time', '2027-05-06T22:30:00', ['election']],
    ['after midnight in summer time', '2027-05-06T23:30:00', []],
  ])('an election is on from its first day to its last, in UK time: %s', (_, when, wanted) => {
    expect(circumstancesOf(council, at(when))).toEqual(wanted);
  });

  it('tells of the council page and of an incident', () => {
    const now = at('2027-01-01T12:00:00');
    expect(circumstancesOf({ ...council, incident: true }, now, 'council page')).toEqual(['council page', 'incident']);
    expect(circumstancesOf(council, now, 'own page')).toEqual([]);
  });
});
