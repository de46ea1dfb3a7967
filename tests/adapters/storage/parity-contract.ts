import { type Kysely, sql } from 'kysely';
import { storeParts } from '../../../src/adapters/storage/store-parts';
import type { Tables } from '../../../src/adapters/storage/tables';
import { change, clerk, newCase, opening, step, tenant } from './samples';

/** Where engines differ by themselves: each must give the same to the queries of this product. */
export function parityContract(open: () => Promise<Kysely<Tables>>): void {
  let db: Kysely<Tables>;
  beforeEach(async () => {
    db = await open();
  });
  afterEach(() => db.destroy());

  it('gives large numbers, counts and sums as numbers', async () => {
    await counters({ a: 9_000_000_000_000, b: 1 });
    const { value, rows, sum } = await db
      .selectFrom('counters')
      .select(({ fn }) => [
        fn.max('value').as('value'),
        fn.countAll<number>().as('rows'),
        fn.sum<number>('value').as('sum'),
      ])
      .executeTakeFirstOrThrow();
    expect([value, rows, sum]).toEqual([9_000_000_000_000, 2, 9_000_000_000_001]);
  });

  it('tells capitals from small letters in a pattern', async () => {
    await counters({ Abc: 1, abd: 2 });
    const found = await db.selectFrom('counters').select('name').where('name', 'like', 'A%').execute();
    expect(found).toEqual([{ name: 'Abc' }]);
  });

  it.each([
    ['first', [null, 'v1:a']],
    ['last', ['v1:a', null]],
  ] as const)('puts missing values %s when a query says so', async (place, order) => {
    const { cases, outbox } = storeParts(db);
    for (const id of ['a', 'b']) await cases.open(newCase(id), opening(1));
    await outbox.sent('a:1:clerk-post', 1, { address: 'v1:a' });
    const rows = await db
      .selectFrom('cases')
      .select('post')
      .orderBy('post', (by) => (place === 'first' ? by.asc().nullsFirst() : by.asc().nullsLast()))
      .execute();
    expect(rows.map(({ post }) => post)).toEqual(order);
  });

  it('keeps lists as JSON text and yes or no as 1 or 0', async () => {
    const { cases } = storeParts(db);
    const { case: opened } = await cases.open(newCase('a', { nearest: ['é', '"'] }), opening(1));
    const row = () =>
      db.selectFrom('cases').select(['nearest', 'finished', 'draft', 'opened_at']).executeTakeFirstOrThrow();
    expect(await row()).toEqual({ nearest: '["é","\\""]', finished: 0, draft: null, opened_at: 1 });
    await cases.change([change(step(opened, { kind: 'closed', at: 2, by: clerk, why: 'advised' }))], 2);
    expect((await row()).finished).toBe(1);
  });

  it('says how many rows were added, changed and removed, and gives them back', async () => {
    const added = await counters({ a: 1, b: 1, c: 1 });
    expect(added.numInsertedOrUpdatedRows).toBe(3n);
    const again = await db
      .insertInto('counters')
      .values({ tenant, name: 'a', value: 5 })
      .onConflict((conflict) => conflict.columns(['tenant', 'name']).doNothing())
      .executeTakeFirstOrThrow();
    expect(again.numInsertedOrUpdatedRows).toBe(0n);
    const changedRows = await db
      .updateTable('counters')
      .set({ value: 2 })
      .where('name', '<>', 'a')
      .executeTakeFirstOrThrow();
    expect(changedRows.numUpdatedRows).toBe(2n);
    const removed = await db.deleteFrom('counters').where('value', '=', 2).returning('value').execute();
    expect(removed).toEqual([{ value: 2 }, { value: 2 }]);
    const none = await db.deleteFrom('counters').where('value', '=', 2).executeTakeFirstOrThrow();
    expect(none.numDeletedRows).toBe(0n);
  });

  it('refuses a second row with the same key', async () => {
    await counters({ a: 1 });
    await expect(counters({ a: 2 })).rejects.toThrow(/unique/iu);
  });

  it('refuses a message of a case that is not there', async () => {
    const row = { id: 'm', tenant, case_id: 'none', kind: 'answer', event: 1, state: 'waiting' } as const;
    const adding = db
      .insertInto('outbox')
      .values({ ...row, lane: 'l', target: 't', place: 1, attempts: 0, due: 1, lease_until: 0, settled_at: null })
      .execute();
    await expect(adding).rejects.toThrow(/foreign key/iu);
  });

  it('keeps nothing of a transaction that fails, and goes on', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto('counters').values({ tenant, name: 'a', value: 1 }).execute();
      await sql`select * from no_such_table`.execute(trx);
    });
    await expect(failing).rejects.toThrow('no_such_table');
    expect(await db.selectFrom('counters').selectAll().execute()).toEqual([]);
  });

  function counters(values: { readonly [name: string]: number }) {
    const rows = Object.entries(values).map(([name, value]) => ({ tenant, name, value }));
    return db.insertInto('counters').values(rows).executeTakeFirstOrThrow();
  }
}
