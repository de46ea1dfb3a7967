import { type CompiledQuery, CompiledQuery as Query } from 'kysely';
import { storeParts } from '../../../src/adapters/storage/store-parts';
import { openDatabase } from './open-database';

it('a report finds counts and cases by an index, and sorts no cases', async () => {
  const queries: CompiledQuery[] = [];
  const { db } = await openDatabase(':memory:', ({ query }) => {
    queries.push(query);
  });
  queries.length = 0;
  const { cases, tallies } = storeParts(db);
  await tallies.of('council', ['2026-09', '2026-10']);
  await cases.factsOf('council', 1, 2);
  const plans = [];
  for (const { sql, parameters } of [...queries]) {
    const plan = await db.executeQuery<{ detail: string }>(Query.raw(`explain query plan ${sql}`, [...parameters]));
    plans.push(plan.rows.map(({ detail }) => detail));
  }
  expect(plans).toEqual([
    ['SEARCH tallies USING INDEX sqlite_autoindex_tallies_1 (tenant=? AND month=?)'],
    ['SEARCH cases USING INDEX cases_by_opening (tenant=? AND desk=? AND opened_at>? AND opened_at<?)'],
  ]);
  await db.destroy();
});
