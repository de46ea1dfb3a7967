import type { Kysely } from 'kysely';
import { createSendBudget } from '../../../src/adapters/storage/send-budget';
import type { Tables } from '../../../src/adapters/storage/tables';
import { openDatabase } from './open-database';
import { tenant } from './samples';

const HOUR_MS = 3_600_000;
const target = 'channel';
let db: Kysely<Tables>;
beforeEach(async () => {
  ({ db } = await openDatabase(':memory:'));
});
afterEach(() => db.destroy());

it('lets 1,799 messages go to a conversation within an hour, and not one more', async () => {
  const gap = Math.floor(HOUR_MS / 1_799);
  for (let i = 0; i < 1_799; i++) expect(await maySend(1 + i * gap)).toBe(true);
  expect(await maySend(HOUR_MS)).toBe(false);
  expect(await maySend(HOUR_MS + 1)).toBe(true);
});

it('forgets what was tried more than an hour ago, of that council only, when the oldest is two hours old', async () => {
  const times = async () => (await db.selectFrom('tries').select('at').orderBy('at').execute()).map(({ at }) => at);
  await maySend(1);
  await maySend(2, 'council-2');
  await maySend(HOUR_MS);
  await maySend(2 * HOUR_MS);
  expect(await times()).toEqual([1, 2, HOUR_MS, 2 * HOUR_MS]);
  await maySend(2 * HOUR_MS + 1);
  expect(await times()).toEqual([2, 2 * HOUR_MS, 2 * HOUR_MS + 1]);
});

function maySend(now: number, council = tenant): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const budget = createSendBudget(trx, now);
    const message = { id: `m${now}`, tenant: council, target };
    const may = await budget.spend(message);
    if (may) await budget.note([message]);
    return may;
  });
}
