import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../../src/adapters/storage/open-store';
import { recordContract } from './record-contract';
import { CANARY, closedCase, wipings } from './record-samples';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
let files = 0;
const newFile = () => join(folder, `${++files}.db`);

describe.each([
  ['a SQLite file', () => `file:${newFile()}`],
  ['SQLite in memory', () => 'file::memory:'],
])('%s', (_name, url) => recordContract(() => openStore(url())));

it('removed words are gone from the bytes of the file, and not only from the tables', async () => {
  const path = newFile();
  const store = await openStore(`file:${path}`);
  const cases = [];
  for (let i = 0; i < 30; i++)
    cases.push(await closedCase(store, `case-${i}`, { question: `canary ${'long '.repeat(300)}` }));
  await store.close();
  expect(readFileSync(path, 'latin1')).toMatch(CANARY);
  const again = await openStore(`file:${path}`);
  await again.records.wipe(wipings(cases, 500), 500);
  await again.close();
  expect(readFileSync(path, 'latin1')).not.toMatch(CANARY);
});
