import { Client } from 'pg';
import { openStore } from '../../src/adapters/storage/open-store';
import type { Store } from '../../src/app/ports';
import type { Case } from '../../src/core/cases/case';
import { change, clerk, newCase, opening, outgoing, step, tenant, timer } from '../adapters/storage/samples';
import { freshDatabases } from './fresh-database';

const fresh = freshDatabases();
/** The short form, and with LONG=1 the form of a release. */
const cases = process.env.LONG === '1' ? 200 : 60;

describe.each([2, 4])('%i instances on one database', (instances) => {
  let stores: readonly Store[];
  beforeEach(async () => {
    const url = await fresh();
    stores = await Promise.all(Array.from({ length: instances }, () => openStore(url)));
  });
  afterEach(() => Promise.all(stores.map((store) => store.close())));

  it('have one winner for each of many cases that all change at once, and only its message goes out', async () => {
    const [first] = stores;
    for (let i = 0; i < cases; i++) {
      const opened = (await first?.cases.open(newCase(`c${i}`), opening(1)))?.case;
      if (opened === undefined) throw new Error('There is no instance');
      const attempts = stores.map((_, by) =>
        step(opened, { kind: 'taken', at: 2, by: { id: `clerk-${by}`, name: '' } }),
      );
      const won = await Promise.all(
        stores.map((store, by) => {
          const mine = attempts[by] ?? step(opened);
          return store.cases.change([change(mine, outgoing(mine, 'answer', { id: `c${i} by ${by}` }))], 2);
        }),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await first?.cases.byId(tenant, opened.id)).toEqual(attempts[won.indexOf(true)]);
    }
    expect(await first?.outbox.counts(0)).toEqual({ waiting: 2 * cases, parked: 0 });
  });

  it('open one case for each of many requests that come to all of them, each with a reference of its own', async () => {
    const references = new Set<string>();
    for (let i = 0; i < cases; i++) {
      const opened = await Promise.all(
        stores.map((store, by) => store.cases.open(newCase(`c${i} by ${by}`, { requestId: `r${i}` }), opening(1))),
      );
      expect(opened.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(opened.map((one) => one.case.id)).size).toBe(1);
      for (const one of opened) references.add(one.case.reference);
    }
    expect(references.size).toBe(cases);
  });

  it('have one leader for each of 50 questions that are asked of all of them at once', async () => {
    for (let i = 0; i < 50; i++) {
      const question = `Question ${i}?`;
      const joins = { joins: (other: Case) => other.question === question };
      const opened = await Promise.all(
        stores.map((store, by) => store.cases.open(newCase(`q${i} by ${by}`, { question }), opening(1, joins))),
      );
      expect(opened.filter((one) => one.case.joined === undefined)).toHaveLength(1);
    }
  });

  it('leave nobody waiting who joins a case while another instance answers it', async () => {
    const [first, ...others] = stores;
    if (first === undefined) throw new Error('There is no instance');
    for (let i = 0; i < 50; i++) {
      const question = `Question ${i}?`;
      const joins = { joins: (other: Case) => other.question === question && other.state === 'waiting' };
      const { case: leader } = await first.cases.open(newCase(`q${i}`, { question }), opening(1));
      await Promise.all([
        answerAll(first, leader.id),
        ...others.map((store, by) => store.cases.open(newCase(`q${i} by ${by}`, { question }), opening(1, joins))),
      ]);
      const joined = await first.cases.joinedTo(tenant, leader.id);
      expect(joined.filter(({ state }) => state === 'waiting')).toEqual([]);
    }
  });

  it('ring every timer once, side by side', async () => {
    for (let i = 0; i < cases; i++) await stores[0]?.timers.set(timer({ id: `c${i}`, tenant }, 'nudge', 1));
    const rung = (await Promise.all(stores.map(ringAll))).flat();
    expect(rung).toHaveLength(cases);
    expect(new Set(rung).size).toBe(cases);
  });

  it('claim every message once, side by side', async () => {
    // Each of a council of its own, so that no limit keeps any back.
    for (let i = 0; i < cases; i++)
      await stores[0]?.cases.open(newCase(`c${i}`, { tenant: `council-${i}` }), opening(1));
    const claimed = (await Promise.all(stores.map(claimAll))).flat();
    expect(claimed).toHaveLength(cases);
    expect(new Set(claimed).size).toBe(cases);
  });
});

it('a claim does not take a message that another instance settles meanwhile', async () => {
  const url = await fresh();
  const store = await openStore(url);
  await store.cases.open(newCase('a'), opening(1));
  const other = new Client({ connectionString: url });
  await other.connect();
  await other.query('begin');
  await other.query("update outbox set state = 'sent'");
  const claiming = store.outbox.claim(10, 20, 10);
  await untilOneWaits(other);
  await other.query('commit');
  expect(await claiming).toEqual([]);
  await other.end();
  await store.close();
});

async function answerAll(store: Store, id: string): Promise<void> {
  const leader = await store.cases.byId(tenant, id);
  if (leader === undefined) throw new Error('There is no case');
  const all = [leader, ...(await store.cases.joinedTo(tenant, id))];
  const event = { kind: 'answered', at: 2, by: clerk, text: 'Yes.' } as const;
  if (
    !(await store.cases.change(
      all.map((one) => change(step(one, event))),
      2,
    ))
  )
    await answerAll(store, id);
}

async function ringAll(store: Store): Promise<readonly string[]> {
  const timers = await store.timers.claim(10, 1_000_000, 7);
  return timers.length === 0 ? [] : [...timers.map(({ caseId }) => caseId), ...(await ringAll(store))];
}

async function claimAll(store: Store): Promise<readonly string[]> {
  const rows = await store.outbox.claim(10, 1_000_000, 7);
  return rows.length === 0 ? [] : [...rows.map(({ id }) => id), ...(await claimAll(store))];
}

/** Until another connection to this database waits for a lock. */
async function untilOneWaits(client: Client): Promise<void> {
  const { rows } = await client.query(
    "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows.length > 0 ? undefined : untilOneWaits(client);
}
