import { type Kysely, sql } from 'kysely';
import { storeOn } from '../../../src/adapters/storage/store-on';
import type { Tables } from '../../../src/adapters/storage/tables';
import type { Store } from '../../../src/app/ports';
import { caseContract } from './case-contract';
import { deskContract } from './desk-contract';
import { guidanceContract } from './guidance-contract';
import { openDatabase } from './open-database';
import { outboxContract } from './outbox-contract';
import { recordContract } from './record-contract';
import { reportContract } from './report-contract';
import { newCase, opening, tenant, timer } from './samples';
import { type QueryKind, tenantGuard } from './tenant-guard';
import { timersContract } from './timers-contract';

/** Queries that may reach more than one council, and why. */
const ALLOWED: ReadonlyMap<QueryKind, string> = new Map([
  [
    'select outbox',
    'One delivery works for all councils: it takes what is due, whoever it is for, and counts what waits.',
  ],
  [
    'update outbox',
    'Messages are settled by the ids that the claim gave. An id begins with that of its case, which no two councils share.',
  ],
  ['select timers', 'One timekeeper works for all councils: it takes what is due, whoever it is for.'],
]);
/** Tables without a column for the tenant, and why. */
const SHARED: ReadonlyMap<string, string> = new Map([
  ['seen', 'Its key is made of the tenant, the conversation and the message.'],
]);

describe('a store that refuses queries for more than one council', () => {
  describe('cases', () => caseContract(openGuarded));
  describe('outbox', () => outboxContract(openGuarded));
  describe('guidance', () => guidanceContract(openGuarded));
  describe('reports', () => reportContract(openGuarded));
  describe('records', () => recordContract(openGuarded));
  describe('timers', () => timersContract(openGuarded));
  describe('desk, people, keys and text', () => deskContract(openGuarded));
});

it('every table has a column for the tenant, but for those that are named here', async () => {
  const { db } = await openDatabase(':memory:');
  const without = (await db.introspection.getTables())
    .filter(({ columns }) => !columns.some(({ name }) => name === 'tenant'))
    .map(({ name }) => name);
  expect(without).toEqual([...SHARED.keys()]);
  await db.destroy();
});

it.each([...ALLOWED.keys()])('"%s" is still needed for more than one council', async (kind) => {
  const store = await openGuarded([...ALLOWED.keys()].filter((other) => other !== kind));
  await store.cases.open(newCase('a'), opening(1));
  await store.timers.set(timer({ id: 'a', tenant }, 'nudge', 1));
  const work = async () => [await store.outbox.claim(1, 2, 10), await store.timers.claim(1, 2, 10)];
  await expect(work()).rejects.toThrow(kind);
  await store.close();
});

it('an id of a case that another council has is refused, and neither loses a message', async () => {
  const store = await openGuarded();
  await store.cases.open(newCase('a'), opening(1));
  await expect(store.cases.open(newCase('a', { tenant: 'council-2' }), opening(1))).rejects.toThrow();
  expect(await store.cases.byId('council-2', 'a')).toBeUndefined();
  expect(await store.cases.byId(tenant, 'a')).toMatchObject({ tenant });
  expect(await store.outbox.counts(0)).toEqual({ waiting: 1, parked: 0 });
  await store.close();
});

describe('the refusal', () => {
  let db: Kysely<Tables>;
  beforeAll(async () => {
    const opened = await openDatabase(':memory:');
    db = opened.db.withPlugin(tenantGuard(new Set(['cases', 'people']), new Set()));
  });
  afterAll(() => db.destroy());

  const cases = () => db.selectFrom('cases').select('id');
  const none = { tenant, person_id: 'a', text_only: 0 } as const;

  it.each<[string, () => { execute: () => Promise<unknown> }]>([
    ['without a condition', cases],
    ['with another condition', () => cases().where('id', '=', 'a')],
    ['for every tenant but one', () => cases().where('tenant', '!=', tenant)],
    ['for several tenants', () => cases().where('tenant', 'in', [tenant, 'b'])],
    [
      'for one tenant or something else',
      () => cases().where((eb) => eb.or([eb('tenant', '=', tenant), eb('id', '=', 'a')])),
    ],
    [
      'for the tenant of another table',
      () => db.selectFrom(['cases', 'people']).select('cases.id').where('people.tenant', '=', tenant),
    ],
    [
      'with a joined table',
      () => cases().innerJoin('people', 'person_id', 'councillor_id').where('cases.tenant', '=', tenant),
    ],
    [
      'with a subquery',
      () =>
        db
          .selectFrom('people')
          .selectAll()
          .where('tenant', '=', tenant)
          .where(({ exists, selectFrom }) => exists(selectFrom('cases as other').select('other.id'))),
    ],
    ['that changes', () => db.updateTable('people').set({ text_only: 1 }).where('person_id', '=', 'a')],
    ['that deletes', () => db.deleteFrom('people')],
    [
      'that takes the place of any row',
      () =>
        db
          .insertInto('people')
          .values(none)
          .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ text_only: 1 })),
    ],
  ])('meets a query %s', async (_, query) => {
    await expect(query().execute()).rejects.toThrow('could reach more than one council');
  });

  it('meets plain SQL', async () => {
    await expect(sql`delete from people`.execute(db)).rejects.toThrow('plain SQL');
  });

  it('leaves a query for one tenant alone', async () => {
    const one = cases().where('tenant', '=', tenant).where('id', '=', 'a');
    const both = cases()
      .innerJoin('people', (join) =>
        join.onRef('people.person_id', '=', 'cases.councillor_id').onRef('people.tenant', '=', 'cases.tenant'),
      )
      .where('cases.tenant', '=', tenant);
    expect([await one.execute(), await both.execute()]).toEqual([[], []]);
  });
});

async function openGuarded(allowed: readonly QueryKind[] = [...ALLOWED.keys()]): Promise<Store> {
  const { db } = await openDatabase(':memory:');
  const tables = (await db.introspection.getTables()).map(({ name }) => name).filter((name) => !SHARED.has(name));
  const guarded = db.withPlugin(tenantGuard(new Set(tables), new Set(allowed)));
  return storeOn({ db: guarded, backup: async () => {}, close: () => closeWhenIdle(db) });
}

/** Behind every query that was asked for before: the engine ends the process if one is still running. */
async function closeWhenIdle(db: Kysely<Tables>): Promise<void> {
  await db.connection().execute(async () => {});
  await db.destroy();
}
