import { openStore } from '../../src/adapters/storage/open-store';
import type { LogFacts, Store } from '../../src/app/ports';
import { readHealth } from '../../src/app/read-health';
import { openCase, START } from './delivery-rig';

let store: Store;
beforeEach(async () => {
  store = await openStore('file::memory:');
});
afterEach(() => store.close());

const lines: (readonly [string, LogFacts | undefined])[] = [];
const write = (said: string, facts?: LogFacts) => void lines.push([said, facts]);
const log = { info: write, warn: write, error: write };

it('tells how much waits and since when, and nothing about anybody', async () => {
  await openCase(store);
  expect(await readHealth(store, () => START + 1, log)).toEqual({
    well: true,
    facts: { status: 'ok', outbox: { waiting: 1, parked: 0, oldestDue: START } },
  });
});

it('is not well while nothing can be written, and well again as soon as it can', async () => {
  let full = true;
  const filling = { ...store, probe: () => (full ? Promise.reject(new RangeError('May I film?')) : store.probe()) };
  expect(await readHealth(filling, () => START, log)).toMatchObject({ well: false });
  expect(lines).toEqual([['the store cannot be written', { error: 'RangeError' }]]);
  full = false;
  expect(await readHealth(filling, () => START, log)).toMatchObject({ well: true });
});
