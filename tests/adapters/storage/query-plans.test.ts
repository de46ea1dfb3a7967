import { type CompiledQuery, CompiledQuery as Query } from 'kysely';
import { storeParts } from '../../../src/adapters/storage/store-parts';
import { openDatabase } from './open-database';
import { changed, newCase, newGuidance, outgoing, tenant } from './samples';

it('no operation reads a whole table or sorts cases, so closed cases and sent messages cost nothing, and none sorts in an order of its engine', async () => {
  const queries: CompiledQuery[] = [];
  const { db } = await openDatabase(':memory:', ({ query }) => {
    queries.push(query);
  });
  queries.length = 0;
  await callEverything();
  const asked = queries.filter(({ sql }) => /^(select|update|delete)/.test(sql));
  expect(asked.length).toBeGreaterThan(15);
  const costly = [];
  for (const { sql, parameters } of asked) {
    const { rows } = await db.executeQuery<{ detail: string }>(Query.raw(`explain query plan ${sql}`, [...parameters]));
    for (const { detail } of rows) if (isCostly(detail, sql)) costly.push(`${detail}: ${sql}`);
  }
  expect(costly).toEqual([]);
  expect(asked.filter(({ sql }) => isLeftToTheEngine(sql)).map(({ sql }) => sql)).toEqual([]);
  await db.destroy();

  async function callEverything(): Promise<void> {
    const { cases, outbox, desk, people, seen, guidance } = storeParts(db);
    const { case: opened } = await cases.open(newCase('a'), 1);
    await cases.change(changed(opened), [outgoing(changed(opened), 'answer')], 2);
    await cases.byId(tenant, 'a');
    await cases.byReference(tenant, 'C-0001');
    await cases.ofCouncillor(tenant, 'councillor-1');
    await cases.unfinished(tenant);
    await cases.postOf(tenant, 'a');
    await outbox.claim(3, 4, 10);
    await outbox.sent('a:1:clerk-post', 3, 'v1:post');
    await outbox.postpone('a:1:clerk-post', 3);
    await outbox.park('a:1:clerk-post', 3);
    await outbox.counts();
    await desk.clerkChannel(tenant);
    await desk.saveLinkCode(tenant, 'hash', 10);
    for (let i = 0; i < 5; i++) await desk.tryLinkCode(tenant, 'wrong', 1);
    await desk.spendLinkCode(tenant);
    await people.textOnly(tenant, 'p');
    await seen.firstSight('k', 1);
    await cases.questions(tenant, 200);
    await guidance.save(newGuidance('g'));
    await guidance.save(newGuidance('g', { version: 2 }));
    await guidance.byId(tenant, 'g');
    await guidance.byReference(tenant, 'G-0001');
    await guidance.published(tenant);
    await guidance.list(tenant);
    await guidance.history(tenant, 'g');
    await guidance.revision(tenant);
  }
});

const numbers = new Set(['number', 'due', 'place', 'at']);

/** Engines sort texts and missing values in different orders, and an index for a pattern depends on the engine: only numbers are sorted by. */
function isLeftToTheEngine(sql: string): boolean {
  const sorted = [...sql.matchAll(/order by ((?:[\w".]+(?: (?:asc|desc))?(?:, )?)+)/gu)].flatMap(([, list = '']) =>
    list.split(', '),
  );
  const columns = sorted.map((column) =>
    column
      .replace(/ (?:asc|desc)$/u, '')
      .replace(/^.*\./u, '')
      .replaceAll('"', ''),
  );
  return / like /iu.test(sql) || columns.some((column) => !numbers.has(column));
}

/** Other messages of a case are found by the case, never by their state: most are sent. The claim may sort: what waits is never much. */
function isCostly(step: string, sql: string): boolean {
  if (step.startsWith('SCAN')) return true;
  if (/^SEARCH (post|newer|earlier) /.test(step)) return !step.includes('case_id=?');
  return step.includes('TEMP B-TREE') && /"(?:cases|guidance)/.test(sql);
}
