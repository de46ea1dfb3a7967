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

it.each([
  ['59 messages in half a minute to a conversation', 59, 500, () => target],
  ['20 messages in a second of a council', 20, 0, (i: number) => `chat-${i}`],
] as const)(
  'is not kept from sending for an hour when the clock is put back so far after %s',
  async (_, count, gap, to) => {
    const later = 10 * HOUR_MS;
    for (let i = 0; i < count; i++) expect(await maySend(later + i * gap, tenant, to(i))).toBe(true);
    expect(await maySend(later + (count - 1) * gap)).toBe(false);
    expect(await maySend(later - HOUR_MS)).toBe(true);
  },
);

it('counts what another instance has just tried, whose clock is a little ahead', async () => {
  for (let i = 0; i < 20; i++) await maySend(1_500, tenant, `chat-${i}`);
  expect(await maySend(1_000, tenant, 'chat-20')).toBe(false);
});

function maySend(now: number, council = tenant, to = target): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const budget = createSendBudget(trx, now);
    const message = { id: `m${now}:${to}`, tenant: council, target: to };
    const may = await budget.spend(message);
    if (may) await budget.note([message]);
    return may;
  });
}
