import { Kysely, sql } from 'kysely';
import { addRows } from '../../../src/adapters/storage/add-rows';
import { migrate } from '../../../src/adapters/storage/migrate';
import { migrations } from '../../../src/adapters/storage/migrations';
import { openSqlite } from '../../../src/adapters/storage/open-sqlite';
import { sqliteDialect } from '../../../src/adapters/storage/sqlite-dialect';
import { applySqliteSettings } from '../../../src/adapters/storage/sqlite-settings';
import { storeParts } from '../../../src/adapters/storage/store-parts';
import type { Tables } from '../../../src/adapters/storage/tables';

const DAY_MS = 24 * 60 * 60 * 1000;
const CASES = 10_000;
const STATES = ['waiting', 'answered', 'followed_up', 'closed', 'withdrawn'] as const;
const by = { id: 'p', name: 'Mary Poole' };
const stateOf = (i: number) => STATES[i % STATES.length] ?? 'waiting';
let db: Kysely<Tables>;

beforeAll(async () => {
  const file = await openSqlite(':memory:');
  applySqliteSettings(file, ':memory:');
  db = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  const before = Object.entries(migrations).filter(([name]) => name < '0003');
  await migrate(db, Object.fromEntries(before));
  await fillOldTables();
  await migrate(db, migrations);
}, 60_000);
afterAll(() => db.destroy());

it('keeps every case, in whichever state, with its words and its events', async () => {
  const { cases } = storeParts(db);
  for (let i = 0; i < CASES; i += 37) {
    const found = await cases.byReference('council-1', `C-${i}`);
    expect(found).toMatchObject({
      id: `c${i}`,
      state: stateOf(i),
      version: 2,
      desk: 'clerk',
      about: {},
      councillor: { id: `p${i % 100}`, name: 'Mary Poole' },
      question: `Question ${i}?`,
      events: eventsOf(i),
    });
    expect(found?.draft).toBe(i % 2 ? `Draft ${i}` : undefined);
  }
  const kept = await db
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  expect(kept.rows).toBe(CASES);
  expect(await cases.countWaiting('council-1', 'clerk')).toBe((CASES * 2) / 5);
});

it('knows when each case was finished and posted, and what the councillor was told', async () => {
  const { cases } = storeParts(db);
  const delivery = async (i: number) => (await cases.byId('council-1', `c${i}`))?.delivery;
  expect(await delivery(0)).toEqual({ posted: 1000 });
  expect(await delivery(1)).toEqual({ posted: 1001, told: { event: 1, at: 2001 } });
  const finished = await db
    .selectFrom('cases')
    .select(['id', 'finished_at'])
    .where('id', 'in', ['c2', 'c3', 'c4'])
    .execute();
  expect(finished).toEqual([
    { id: 'c2', finished_at: null },
    { id: 'c3', finished_at: 1003 },
    { id: 'c4', finished_at: 1004 },
  ]);
});

it('keeps every message in its state, and gives those that wait in their order', async () => {
  const { rows } = await sql<{ readonly state: string; readonly messages: number }>`
    select state, count(*) as messages from outbox group by state order by state`.execute(db);
  expect(rows).toEqual([
    { state: 'parked', messages: CASES / 5 },
    { state: 'sent', messages: CASES + CASES / 5 },
    { state: 'superseded', messages: CASES / 5 },
    { state: 'waiting', messages: (CASES * 2) / 5 },
  ]);
  const [claimed] = await storeParts(db).outbox.claim(5_000, 6_000, 1);
  expect(claimed).toEqual({
    id: 'c0:thread',
    tenant: 'council-1',
    caseId: 'c0',
    kind: 'clerk-thread',
    event: 1,
    lane: 'case:c0',
    target: 'channel',
    attempts: 3,
  });
});

it('lets answered cases close by themselves', async () => {
  const timers = await db.selectFrom('timers').selectAll().execute();
  expect(timers).toHaveLength(CASES / 5);
  const quiet = { tenant: 'council-1', case_id: 'c1', kind: 'notice', due: 1001 + 11 * DAY_MS, lease_until: 0 };
  expect(timers.find(({ case_id }) => case_id === 'c1')).toEqual(quiet);
});

it('keeps the channel, the link codes, the choices of people, the keys seen and the counters', async () => {
  const { cases, desk, people, seen } = storeParts(db);
  expect((await desk.clerkChannel('council-1'))?.clerkIds).toEqual(['k']);
  expect(await desk.tryLinkCode('council-1', 'hash', 5)).toBe(true);
  expect(await people.textOnly('council-1', 'p1')).toBe(true);
  expect(await seen.firstSight('key', 5)).toBe(false);
  const next = { id: 'new', requestId: 'new', tenant: 'council-1', reason: 'asked_for', desk: 'clerk' } as const;
  const { case: opened } = await cases.open(
    { ...next, councillor: by, councillorAddress: 'v1:p', question: 'New?', about: {}, nearest: [] },
    { at: 5, joins: () => false, plan: () => ({ outgoing: [], timers: [] }) },
  );
  expect(opened.reference).toBe(`C-${CASES}`);
});

/** The tables as version 0.1.0 made them, with every state of cases and messages. */
async function fillOldTables(): Promise<void> {
  for (let from = 0; from < CASES; from += 200) {
    const numbers = Array.from({ length: 200 }, (_, i) => from + i);
    await addRows(db, 'cases', numbers.map(oldCase));
    await addRows(db, 'outbox', numbers.flatMap(oldMessages));
  }
  const tenant = 'council-1';
  await addRows(db, 'counters', [
    { tenant, name: 'case', value: CASES - 1 },
    { tenant, name: 'outgoing', value: CASES * 9 },
  ]);
  await addRows(db, 'people', [{ tenant, person_id: 'p1', text_only: 1 }]);
  await addRows(db, 'seen', [{ key: 'key', at: 4 }]);
  await addRows(db, 'link_codes', [{ tenant, hash: 'hash', expires: 9, wrong_tries: 1 }]);
  const channel = {
    address: 'v1:c',
    conversation: '19:c',
    linked_by_id: 'o',
    linked_by_name: 'Olive',
    clerk_ids: '["k"]',
  };
  await addRows(db, 'clerk_channels', [{ tenant, ...channel, linked_at: 1 }]);
}

function oldCase(i: number) {
  const state = stateOf(i);
  return {
    id: `c${i}`,
    tenant: 'council-1',
    number: i,
    reference: `C-${i}`,
    request_id: `r${i}`,
    state,
    finished: state === 'closed' || state === 'withdrawn' ? 1 : 0,
    version: 2,
    reason: 'not_settled',
    councillor_id: `p${i % 100}`,
    councillor_name: 'Mary Poole',
    councillor_address: 'v1:p',
    question: `Question ${i}?`,
    draft: i % 2 ? `Draft ${i}` : null,
    nearest: '["filming"]',
    events: JSON.stringify(eventsOf(i)),
    post: 'v1:post',
    opened_at: i,
    changed_at: 1000 + i,
    sounds_like: null,
  };
}

function eventsOf(i: number) {
  const state = stateOf(i);
  const opened = { kind: 'opened', at: i, by };
  return state === 'waiting' ? [opened] : [opened, { kind: state, at: 1000 + i, by, text: 'Words.' }];
}

/** A post that was sent for each case, and one more message in a state that goes by the case's. */
function oldMessages(i: number) {
  const more = {
    waiting: { id: `c${i}:thread`, kind: 'clerk-follow-up', state: 'waiting' },
    answered: { id: `c${i}:answer`, kind: 'answer', state: 'sent' },
    followed_up: { id: `c${i}:answer`, kind: 'answer', state: 'waiting' },
    closed: { id: `c${i}:card`, kind: 'clerk-card', state: 'superseded' },
    withdrawn: { id: `c${i}:card`, kind: 'clerk-card', state: 'parked' },
  }[stateOf(i)];
  const post = { id: `c${i}:post`, kind: 'clerk-post', state: 'sent' };
  return [post, more].map((message, place) => ({
    ...message,
    tenant: 'council-1',
    case_id: `c${i}`,
    event: place,
    place: 2 * i + place,
    attempts: 2,
    due: 2_000 + i,
    lease_until: 0,
    settled_at: message.state === 'waiting' ? null : 2_000 + i,
  }));
}
