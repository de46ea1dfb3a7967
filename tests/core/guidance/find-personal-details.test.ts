import fc from 'fast-check';
import { cleanQuestion, LONGEST_QUESTION } from '../../../src/core/guidance/clean-question';
import { findPersonalDetails } from '../../../src/core/guidance/find-personal-details';
import { COUNCIL } from './samples';

const found = (text: string) =>
  findPersonalDetails(text, COUNCIL).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
const clean = (text: string) =>
  cleanQuestion(text, findPersonalDetails(text, COUNCIL), { somebody: 'somebody', leftOut: '(left out)' });

describe('what may tell who somebody is', () => {
  it.each([
    ['Mrs Agar fell again', [['name', 'Mrs Agar']]],
    ['Cllr Sam Hill asked', [['name', 'Cllr Sam Hill']]],
    ['ask Brian Lusby about it', [['name', 'Brian Lusby']]],
    ["it was Kerry O'Neil", [['name', "Kerry O'Neil"]]],
    ['ring 07700 900341 tonight', [['phone', '07700 900341']]],
    ['write to j.batty@example.org', [['email', 'j.batty@example.org']]],
    ['at HU17 9BX', [['postcode', 'HU17 9BX']]],
    ['he lives at 14 Chapel Garth', [['address', '14 Chapel Garth']]],
    ['she was born on 3 March 1967', [['birthday', '3 March 1967']]],
    ['the blue car YX19 KZB', [['plate', 'YX19 KZB']]],
    ['sort code 20-10-30', [['number', '20-10-30']]],
    ['message @beckside_dave', [['account', '@beckside_dave']]],
    [
      'Mr Storr, 07700 900341, and Jane Doe',
      [
        ['name', 'Mr Storr'],
        ['phone', '07700 900341'],
        ['name', 'Jane Doe'],
      ],
    ],
  ])('is found with its exact words: "%s"', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'Call the clerk on 01632 960 001',
    'Priya Shah, the town clerk, will tell you',
    'The mayor, Anita Rao, opens it',
    'Write to clerk@skelderby-tc.gov.uk',
    'The meeting is at Town Hall, Market Place, on 3 March 2027',
    'Skelderby Town Council meets on Remembrance Sunday',
    'Can I use Facebook Live at the Parish Council?',
    'When is the Freedom Of Information deadline?',
  ])('is not what the council publishes, nor a date alone: "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('always stands in the text, in order and without overlap', () => {
    const pieces = fc.constantFrom(
      'Mrs ',
      'Jane ',
      'Doe',
      ' 07700 900341',
      ' HU17 9BX',
      '@ab ',
      '14 Chapel Garth',
      ', ',
      'é',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 }))), (parts) => {
        const text = parts.join('');
        let reached = 0;
        for (const { start, end } of findPersonalDetails(text, COUNCIL)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          reached = end;
        }
        expect(reached).toBeLessThanOrEqual(text.length);
        expect(clean(text).length).toBeLessThanOrEqual(LONGEST_QUESTION);
      }),
    );
  });

  it('takes time that grows with the length of the text only', () => {
    const long = 'Aa Bb 1 a@b.c 01 '.repeat(2_000);
    expect(findPersonalDetails(long, COUNCIL).length).toBeLessThan(long.length);
  });
});

describe('a question as others would ask it', () => {
  it.each([
    ['Hi Priya, can I film the meeting? Thanks, Sam', 'can I film the meeting?'],
    ['Good morning.\nMay I   film?', 'May I film?'],
    ['Can I post that Mrs Agar of 14 Chapel Garth fell?', 'Can I post that somebody of (left out) fell?'],
    ['may I film the meeting thanks', 'may I film the meeting'],
    ['Thanks for the tea', 'Thanks for the tea'],
    ['can I say thanks to my followers', 'can I say thanks to my followers'],
  ])('"%s" becomes "%s"', (asked, expected) => expect(clean(asked)).toBe(expected));

  it('is cut at a word when it is a long story', () => {
    const cut = clean('a long story '.repeat(60));
    expect(cut.length).toBeLessThanOrEqual(LONGEST_QUESTION);
    expect(cut).toMatch(/(?:a|long|story)$/u);
  });
});
