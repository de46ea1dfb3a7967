import { Client } from 'pg';
import { openStore } from '../../src/adapters/storage/open-store';
import type { Store } from '../../src/app/ports';
import { changed, newCase, outgoing, tenant } from '../adapters/storage/samples';
import { freshDatabases } from './fresh-database';

const fresh = freshDatabases();
const cases = 200;

describe.each([2, 4])('%i instances on one database', (instances) => {
  let stores: readonly Store[];
  beforeEach(async () => {
    const url = await fresh();
    stores = await Promise.all(Array.from({ length: instances }, () => openStore(url)));
  });
  afterEach(() => Promise.all(stores.map((store) => store.close())));

  it('have one winner for each of 200 cases that all change at once, and only its message goes out', async () => {
    const [first] = stores;
    for (let i = 0; i < cases; i++) {
      const opened = (await first?.cases.open(newCase(`c${i}`), 1))?.case;
      if (opened === undefined) throw new Error('There is no instance');
      const attempts = stores.map((_, by) => changed(opened, { question: `changed by ${by}` }));
      const won = await Promise.all(
        stores.map((store, by) => {
          const mine = attempts[by] ?? opened;
          return store.cases.change(mine, [{ ...outgoing(mine, 'answer'), id: `c${i} by ${by}` }], 2);
        }),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await first?.cases.byId(tenant, opened.id)).toEqual(attempts[won.indexOf(true)]);
    }
    expect(await first?.outbox.counts()).toEqual({ waiting: 2 * cases, parked: 0 });
  });

  it('open one case for each of 200 requests that come to all of them, with 200 different references', async () => {
    const references = new Set<string>();
    for (let i = 0; i < cases; i++) {
      const opened = await Promise.all(
        stores.map((store, by) => store.cases.open(newCase(`c${i} by ${by}`, { requestId: `r${i}` }), 1)),
      );
      expect(opened.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(opened.map((one) => one.case.id)).size).toBe(1);
      for (const one of opened) references.add(one.case.reference);
    }
    expect(references.size).toBe(cases);
  });

  it('claim every message once, side by side', async () => {
    for (let i = 0; i < cases; i++) await stores[0]?.cases.open(newCase(`c${i}`), 1);
    const claimed = (await Promise.all(stores.map(claimAll))).flat();
    expect(claimed).toHaveLength(cases);
    expect(new Set(claimed).size).toBe(cases);
  });
});

it('a claim does not take a message that another instance settles meanwhile', async () => {
  const url = await fresh();
  const store = await openStore(url);
  await store.cases.open(newCase('a'), 1);
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
