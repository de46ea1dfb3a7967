import { writeSync } from 'node:fs';
import { openStore } from '../../../src/adapters/storage/open-store';
import { newCase, opening } from './samples';

/** Run as a process of its own: opens cases without end, four at a time, and prints the id of each one that the store has acknowledged. */
async function openCases(url: string, round: string): Promise<void> {
  const store = await openStore(url);
  for (let i = 0; ; i++) await Promise.all([0, 1, 2, 3].map((lane) => open(`${round}-${i}-${lane}`)));

  async function open(id: string): Promise<void> {
    await store.cases.open(newCase(id), opening(1));
    writeSync(1, `${id}\n`);
  }
}

const [, , url = '', round = ''] = process.argv;
openCases(url, round).catch((error) => {
  writeSync(2, error.message);
  process.exitCode = 1;
});
