import { type CompiledQuery, CompiledQuery as Query } from 'kysely';
import { storeParts } from '../../../src/adapters/storage/store-parts';
import type { Case } from '../../../src/core/cases/case';
import { openDatabase } from './open-database';
import { change, clerk, newCase, newGuidance, opening, outgoing, step, tenant, timer } from './samples';

/** When everything that was sent before is forgotten. */
const LATE = 100 * 24 * 60 * 60 * 1000;

it('no operation reads a whole table or sorts cases, so closed cases and sent messages cost nothing, and none sorts in an order of its engine', async () => {
  const queries: CompiledQuery[] = [];
  const { db } = await openDatabase(':memory:', ({ query }) => {
    queries.push(query);
  });
  queries.length = 0;
  await callEverything();
  const asked = queries.filter(({ sql }) => /^(select|update|delete)/.test(sql));
  expect(asked.length).toBeGreaterThan(40);
  const costly = [];
  for (const { sql, parameters } of asked) {
    const { rows } = await db.executeQuery<{ detail: string }>(Query.raw(`explain query plan ${sql}`, [...parameters]));
    for (const { detail } of rows) if (isCostly(detail, sql)) costly.push(`${detail}: ${sql}`);
  }
  expect(costly).toEqual([]);
  expect(asked.filter(({ sql }) => isLeftToTheEngine(sql)).map(({ sql }) => sql)).toEqual([]);
  await db.destroy();

  async function callEverything(): Promise<void> {
    const { cases, outbox, timers, desk, people, seen, guidance } = storeParts(db);
    const plan = (opened: Case) => ({
      outgoing: [outgoing(opened, 'clerk-post')],
      timers: [timer(opened, 'nudge', 3)],
    });
    const { case: leader } = await cases.open(newCase('a'), opening(1, { plan }));
    await cases.open(newCase('a'), opening(1));
    await cases.open(newCase('b'), opening(1, { joins: () => true, plan }));
    const answered = step(leader, { kind: 'answered', at: 2, by: clerk, text: 'Yes.' });
    expect(await cases.change([change(answered)], 2)).toBe(false);
    const next = step(leader);
    const changes = [{ changed: next, plan: plan(next) }];
    expect(await cases.change(changes, 2, 'a:1:clerk-post')).toBe(true);
    await cases.byId(tenant, 'a');
    await cases.byReference(tenant, 'C-0001');
    await cases.ofCouncillor(tenant, 'councillor-1');
    await cases.waiting(tenant, 'clerk', 5);
    await cases.countWaiting(tenant, 'clerk');
    await cases.posts(tenant);
    await cases.joinedTo(tenant, 'a');
    await cases.markOpened(tenant, 'a', 3);
    await cases.adoptPost(tenant, 'a', 'v1:post');
    await cases.postOf(tenant, 'a');
    await outbox.add([{ ...outgoing(next, 'notice'), id: 'm' }], 3);
    const [first] = await outbox.claim(3, 4, 10);
    await outbox.sent(first?.id ?? '', 3, { address: 'v1:post' });
    await outbox.postpone('m', 3);
    await outbox.pause(tenant, 'channel', 9);
    await outbox.hurry(tenant, 'channel', 9);
    await outbox.drop('m', 3);
    await outbox.park('m', 3);
    await outbox.parked(tenant);
    await outbox.counts(4);
    await outbox.add([{ ...outgoing(next, 'notice'), id: 'late' }], LATE);
    await outbox.claim(LATE, LATE + 1, 10);
    const [due] = await timers.claim(3, 4, 10);
    if (due === undefined) throw new Error('No timer was claimed.');
    await timers.isSet(due);
    await timers.ensure(due);
    await timers.set(due);
    await timers.done(due);
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

const numbers = new Set(['number', 'due', 'place', 'at', 'settled_at', 'version']);

/** Engines sort texts and missing values in different orders, and an index for a pattern depends on the engine: only numbers are sorted by. */
function isLeftToTheEngine(sql: string): boolean {
  const ranked = sql.replace(/case when (?:(?!\bend\b).)* end, /gu, '');
  const sorted = [...ranked.matchAll(/order by ((?:[\w".]+(?: (?:asc|desc))?(?:, )?)+)/gu)].flatMap(([, list = '']) =>
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

/**
 * Other messages of a lane are found by the lane and by whether they wait, posts by their lane. What waits for its turn may be sorted,
 * because it is never much; cases never are.
 */
function isCostly(step: string, sql: string): boolean {
  if (step.startsWith('SCAN')) return true;
  // The newest of a council, one after another until there are enough.
  if (step.includes('cases_by_number (tenant=?)')) return !sql.includes(' limit ');
  if (/^SEARCH (?:cases|outbox|row|old|tries|timers) .*\(tenant=\?\)/.test(step)) return true;
  if (/^SEARCH (?:newer|earlier) /.test(step)) return !step.includes('lane=? AND state=?');
  if (/^SEARCH post /.test(step)) return !step.includes('lane=?');
  if (/^SEARCH (?:outbox|row) /.test(step)) return !/\((?:id=\?|state=\?|tenant=\?.* AND state=\?)/.test(step);
  return step.includes('TEMP B-TREE') && /"(?:cases|guidance)/.test(sql) && !sql.includes('"outbox"');
}
