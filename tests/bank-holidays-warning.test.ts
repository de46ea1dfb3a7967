import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config';
import { start } from '../src/start';
import { temporaryFolder } from './adapters/storage/temporary-folder';

const ROOT = join(__dirname, '..');
const root = temporaryFolder();
const FILE = join(root, 'knowledge', 'bank-holidays.json');
cpSync(join(ROOT, 'knowledge'), join(root, 'knowledge'), { recursive: true });
for (const folder of ['cards', 'config']) symlinkSync(join(ROOT, folder), join(root, folder));

/** What the operator is told when the product starts. */
async function warningsAtStart(): Promise<readonly string[]> {
  const warnings: string[] = [];
  const log = { info: () => {}, warn: (line: string) => void warnings.push(line), error: () => {} };
  const config = readConfig(root, { AUTH: 'off', PORT: '0', STORE_URL: 'file::memory:' });
  const running = await start(root, config, { auth: { kind: 'off' }, log });
  await running.stop();
  return warnings;
}

describe('at the start', () => {
  it('the operator is told that the bank holidays have run out, and where newer ones are', async () => {
    const old: { readonly [name: string]: { readonly events?: readonly { readonly date: string }[] } } = JSON.parse(
      readFileSync(FILE, 'utf8'),
    );
    const cut = Object.entries(old).map(([name, part]) => [
      name,
      part.events ? { ...part, events: part.events.filter(({ date }) => date < '2026') } : part,
    ]);
    writeFileSync(FILE, JSON.stringify(Object.fromEntries(cut)));
    expect(await warningsAtStart()).toEqual([
      'The bank holidays that I know end with 2025. Put newer ones into knowledge/bank-holidays.json. They are published at https://www.gov.uk/bank-holidays.',
    ]);
  });

  it('the operator is told nothing while they last', async () => {
    const last = /2028-12-26/gu;
    writeFileSync(
      FILE,
      readFileSync(join(ROOT, 'knowledge', 'bank-holidays.json'), 'utf8').replace(last, '9999-12-26'),
    );
    expect(await warningsAtStart()).toEqual([]);
  });
});
