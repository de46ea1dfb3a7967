import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openStore } from '../src/adapters/storage/open-store';
import type { Tally } from '../src/core/reports/tally';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { readCsv } from './read-csv';

// Each command is a process that reads the whole knowledge.
jest.setTimeout(60_000);

const ROOT = join(__dirname, '..');
const COMMAND = ['--no-warnings', '-r', join(__dirname, 'ts.js'), join(ROOT, 'src', 'report.ts')];
const url = `file:${join(temporaryFolder(), 'report.db')}`;

beforeAll(async () => {
  const store = await openStore(url);
  const rules: Tally = { kind: 'rule', key: 'defamation' };
  const cards = ['rules', 'urgent'].map((key): Tally => ({ kind: 'card', key }));
  await store.tallies.add('council', '2025-02', [...cards, rules, ...cards, rules, ...cards, rules]);
  await store.close();
});

describe('npm run report', () => {
  it('prints the table of a month as a strict reader wants it', () => {
    const { status, stdout } = run('--tenant', 'council', '--month', '2025-02', '--csv');
    expect(status).toBe(0);
    expect(readCsv(stdout)).toEqual([
      ['Period', 'Part of the report', 'What', 'Number'],
      ['February 2025', 'Cards sent', 'Rules of engagement', '3'],
      ['February 2025', 'Cards sent', 'Help in danger or distress', '3'],
      [
        'February 2025',
        'Points marked in drafts',
        'Untrue or unproven statement of fact about a person or business',
        '3',
      ],
    ]);
  });

  it('prints a quarter as it stands on the card', () => {
    const { stdout } = run('--tenant', 'council', '--quarter', '2025-q1');
    for (const part of ['January to March 2025', 'Rules of engagement: 3']) expect(stdout).toContain(part);
  });

  it.each([
    ['no council is named', [], 'It is not known which council is meant.'],
    ['a month is misspelt', ['--tenant', 'council', '--month', 'octember'], 'That is not a month, quarter or year.'],
    ['the year is to come', ['--tenant', 'council', '--year', '2098'], 'A month is shown when it is over.'],
  ])('says what is wrong when %s', (_, words, sentence) => {
    const { status, stdout, stderr } = run(...words);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
  });

  it('says that the assistant must be stopped first while it has the file', async () => {
    const store = await openStore(url);
    expect(run('--tenant', 'council').stderr).toContain('The assistant is already running on');
    await store.close();
  });
});

function run(...words: readonly string[]) {
  const env = { PATH: process.env.PATH, AUTH: 'off', STORE_URL: url };
  return spawnSync(process.execPath, [...COMMAND, ...words], { encoding: 'utf8', env });
}
