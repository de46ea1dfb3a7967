import fc from 'fast-check';
import { csv } from '../../../src/core/reports/csv';
import { readCsv } from '../../read-csv';

describe('comma-separated values', () => {
  it('put every text in quotation marks and end every line with CR and LF', () =>
    expect(csv([['a "b"', 3, 'c,d\ne']])).toBe('"a ""b""",3,"c,d\ne"\r\n'));

  it('come back as they were from a strict reader, but for the apostrophe before a formula', () => {
    const row = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const read = readCsv(csv(rows)).map((cells) =>
          cells.map((text) => text.replace(/^'(?=\s*[=+\-@\t\r\n＝＋－＠])/u, '')),
        );
        expect(read).toEqual(rows);
      }),
    );
  });

  it.each(['=1+1', '+44', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1+1', '＝1+1', '＠x'])(
    'are no formula for a spreadsheet: %j',
    (text) => expect(readCsv(csv([[text]]))).toEqual([[`'${text}`]]),
  );

  it.each(['C-0042', 'a=b', '3-4', "'quoted'"])('leave other text alone: %s', (text) =>
    expect(readCsv(csv([[text]]))).toEqual([[text]]),
  );
});
