import { type CompiledQuery, CompiledQuery as Query } from 'kysely';
import { storeParts } from '../../../src/adapters/storage/store-parts';
import { openDatabase } from './open-database';
import { ANN, COUNCIL_ID, closedCase, MARY, wipings } from './record-samples';

it('nothing that is done every day reads a whole table, so wiped cases and old lines cost nothing', async () => {
  const queries: CompiledQuery[] = [];
  const { db } = await openDatabase(':memory:', ({ query }) => {
    queries.push(query);
  });
  const store = { ...storeParts(db), backup: async () => {}, close: () => db.destroy() };
  const one = await closedCase(store, 'a');
  queries.length = 0;
  const entry = { at: 1, by: ANN, action: 'held', caseId: 'a', reference: 'C-0001' } as const;
  await store.cases.setHold(COUNCIL_ID, 'a', { held: true, entry });
  await store.cases.setHold(COUNCIL_ID, 'a', { held: false, entry });
  await store.access.ofCases(COUNCIL_ID, ['a'], 10);
  await store.access.ofPerson(COUNCIL_ID, ANN.id, 10);
  await store.records.page(COUNCIL_ID, '', 10);
  await store.records.ended(COUNCIL_ID, 1000, 10);
  expect(await store.records.wipe(wipings([one], 500), 500, ANN)).toHaveLength(1);
  const since = { outbox: 1000, accessLog: 1000, passing: 1000 };
  await store.records.clearable(COUNCIL_ID, since);
  await store.records.clear(COUNCIL_ID, since, 10);
  await store.records.forgetPerson(COUNCIL_ID, MARY.id);
  const asked = queries.filter(({ sql }) => /^(select|update|delete)/u.test(sql));
  expect(asked.length).toBeGreaterThan(15);
  const costly: string[] = [];
  for (const { sql, parameters } of asked) {
    const { rows } = await db.executeQuery<{ detail: string }>(Query.raw(`explain query plan ${sql}`, [...parameters]));
    for (const { detail } of rows) if (/^SCAN|TEMP B-TREE/u.test(detail)) costly.push(`${detail}: ${sql}`);
  }
  expect(costly).toEqual([]);
  await store.close();
});
