import { NOWHERE } from '../../../src/core/draft/draft-local';
import { findEntities } from '../../../src/core/draft/entities';

const found = (text: string, name: string) =>
  findEntities(text, NOWHERE)
    .filter((entity) => entity.name === name)
    .map(({ start, end }) => text.slice(start, end));

describe('entities are found with their exact words', () => {
  it.each([
    ['mobile', 'mob 07700 900341 or +44 7700 900341.', ['07700 900341', '+44 7700 900341']],
    ['phone', 'home (01632) 960114', ['01632) 960114']],
    ['email', 'to j.batty@example.org, thanks', ['j.batty@example.org']],
    ['postcode', 'at hu17 9bx and YO25 6AB', ['hu17 9bx', 'YO25 6AB']],
    ['address', 'call at 14 Chapel Garth or Flat 2 Mill Lane', ['14 Chapel Garth', 'Flat 2 Mill Lane']],
    ['money', 'it was £1,240 then 84k, or 30 quid', ['£1,240', '84k', '30 quid']],
    ['date', 'born 3rd of March 1967, so 03/03/1967', ['3rd of March 1967', '03/03/1967']],
    ['time', 'at 5.45 or 6pm', ['5.45', '6pm']],
    ['plate', 'Corsa YX19 KZB', ['YX19 KZB']],
    ['ni-number', 'mine is QQ 12 34 56 C, or AB123456C', ['AB123456C']],
    ['sort-code', 'pay 20-99-41 please', ['20-99-41']],
    ['handle', 'oh @Dazza_1 stop', ['@Dazza_1']],
    ['application', 'support 26/00931', ['26/00931']],
    ['person', 'mrs agar and cllr dunn', ['mrs agar', 'cllr dunn']],
  ])('%s: %s', (name, text, words) => {
    expect(found(text, name)).toEqual(words);
  });
});

describe('what only looks like one is left alone', () => {
  it.each([
    ['phone', 'application 26/01188 and minute 114'],
    ['address', '3 new houses on the green'],
    ['person', 'Chapel Lane and Village Hall'],
    ['person', 'The councillor is away'],
    ['plate', 'route AB12'],
    ['postcode', 'form A4 2x3'],
    ['money', '12 people'],
  ])('%s: %s', (name, text) => {
    expect(found(text, name)).toEqual([]);
  });
});
