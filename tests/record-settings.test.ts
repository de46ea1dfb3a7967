import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCouncil } from '../src/config';
import { temporaryFolder } from './adapters/storage/temporary-folder';

const ROOT = join(__dirname, '..');
const OWN = readFileSync(join(ROOT, 'config', 'council.yaml'), 'utf8');
const OLD = OWN.replace(/^records:\n(?: .*\n?)+/mu, '');
const FILE = join(temporaryFolder(), 'council.yaml');

/** The settings of a file that says nothing about records, with something added. */
function readWith(records: string) {
  writeFileSync(FILE, `${OLD}\n${records}`);
  return readCouncil(ROOT, { COUNCIL_FILE: FILE }).records;
}

describe('how long records are kept', () => {
  const DEFAULTS = { casesMonths: 12, guidance: 'until retired', accessLogMonths: 24, outboxDays: 30 };

  it('has a value for a council that says nothing, and these stand in the file that we ship', () => {
    expect(OLD).not.toMatch(/^records:/mu);
    expect(readWith('')).toEqual(DEFAULTS);
    expect(readCouncil(ROOT, {}).records).toEqual(DEFAULTS);
  });

  it('can be set line by line', () => {
    expect(readWith('records: { cases_months: 6, outbox_days: 90 }\n')).toEqual({
      ...DEFAULTS,
      casesMonths: 6,
      outboxDays: 90,
    });
  });

  it.each([
    ['cases_months: 0'],
    ['cases_months: 1.5'],
    ['access_log_months: 121'],
    ['outbox_days: 6'],
    ['guidance: for ever'],
    ['drafts: 1'],
  ])('is refused with the line when it says %s', (line) => {
    expect(() => readWith(`records: { ${line} }\n`)).toThrow(/council\.yaml, line \d+: records/u);
  });

  it('stands in docs/records.md as it is when a council says nothing', () => {
    const schedule = readFileSync(join(ROOT, 'docs', 'records.md'), 'utf8');
    const rows = schedule.split('\n').filter((line) => line.startsWith('| `records.'));
    expect(
      rows.map((row) =>
        row
          .split('|')
          .slice(1, 3)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      ['`records.cases_months`', `${DEFAULTS.casesMonths} months`],
      ['`records.guidance`', DEFAULTS.guidance],
      ['`records.access_log_months`', `${DEFAULTS.accessLogMonths} months`],
      ['`records.outbox_days`', `${DEFAULTS.outboxDays} days`],
    ]);
  });
});
