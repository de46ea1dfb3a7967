import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBankHolidays } from '../src/bank-holidays-file';
import { temporaryFolder } from './adapters/storage/temporary-folder';

const OWN = readFileSync(join(__dirname, '..', 'knowledge', 'bank-holidays.json'), 'utf8');
const path = join(temporaryFolder(), 'bank-holidays.json');

function readChanged(from: string | RegExp, to: string) {
  const changed = OWN.replace(from, to);
  if (changed === OWN) throw new Error(`${from} is not in the file`);
  writeFileSync(path, changed);
  return readBankHolidays(path);
}

describe('the file of bank holidays', () => {
  it('gives the days of each part of the UK', () => {
    const holidays = readBankHolidays(join(__dirname, '..', 'knowledge', 'bank-holidays.json'));
    expect(holidays.scotland).toContain('2027-01-04');
    expect(holidays['england-and-wales']).not.toContain('2027-01-04');
    expect(Object.keys(holidays)).toEqual(['england-and-wales', 'scotland', 'northern-ireland']);
  });

  it('may leave out what is not needed', () => {
    expect(readChanged(/, "notes": "", "bunting": true/u, '').scotland).toContain('2027-01-04');
  });

  it.each([
    ['without its header', /"header": \{[^}]*\},/u, ''],
    ['without its date', /"dated": "[^"]*",/u, ''],
    ['without one part of the UK', '"scotland": {', '"shetland": {'],
    ['with one part in the place of another', '"division": "scotland"', '"division": "northern-ireland"'],
    ['with a day that is none', '2027-05-31', '2027-05-32'],
    ['with a day of a shorter month', '2027-05-31', '2027-04-31'],
    ['with a day written in another way', '2027-05-31', '31/05/2027'],
    ['with days out of order', '2027-05-31', '2027-02-01'],
    ['with a day twice', '2027-05-31', '2027-05-03'],
    ['with one part that ends a year later', /2028-12-26(?!.*2028-12-26)/su, '2029-01-01'],
    ['cut short', /\}\s*\]\s*\}\s*\}\s*$/u, ''],
  ])('is refused %s', (_, from, to) => {
    expect(() => readChanged(from, to)).toThrow(
      `${path}: this is not the list from https://www.gov.uk/bank-holidays.json with the header of the repository's file.`,
    );
  });

  it('is asked for where it is missing', () => {
    expect(() => readBankHolidays(`${path}.bak`)).toThrow(`${path}.bak is missing. Put it there.`);
  });
});
