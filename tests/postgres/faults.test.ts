import { sql } from 'kysely';
import { Client } from 'pg';
import { openStore } from '../../src/adapters/storage/open-store';
import { newCase, opening, tenant } from '../adapters/storage/samples';
import { type Cluster, startCluster } from './cluster';
import { ask, freshDatabases } from './fresh-database';
import { openPostgresDatabase } from './open-postgres-database';

const fresh = freshDatabases();

describe('a server that takes few connections', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({ max_connections: 12, superuser_reserved_connections: 0 });
  });
  afterAll(() => cluster.remove());

  it('says so when all are taken, and works again when some are free', async () => {
    const store = await openStore(cluster.url);
    const others = await takeAll(cluster.url);
    const full = 'The database server takes no more connections. Raise its max_connections, or run fewer copies';
    await expect(openStore(cluster.url)).rejects.toThrow(full);
    const asked = await Promise.allSettled(
      Array.from({ length: 10 }, () => store.cases.waiting(tenant, 'clerk', 100_000)),
    );
    const refused = asked.filter((one) => one.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason.message).toContain(full);
    await Promise.all(others.map((other) => other.end()));
    expect(
      await Promise.all(Array.from({ length: 10 }, () => store.cases.waiting(tenant, 'clerk', 100_000))),
    ).toHaveLength(10);
    await store.close();
  });
});

it('survives the loss of a connection between two statements of a transaction, and keeps nothing of it', async () => {
  const url = await fresh();
  const store = await openStore(url);
  await ask(url, endsItself('insert on counters'));
  await expect(store.cases.open(newCase('a'), opening(1))).rejects.toMatchObject({ name: 'StoreUnavailableError' });
  await ask(url, 'drop trigger trap on counters');
  expect((await store.cases.open(newCase('a'), opening(1))).case.reference).toBe('C-0001');
  await store.close();
});

it('calls no transaction done in which a statement has failed, although the server reports no error', async () => {
  const url = await fresh();
  await (await openStore(url)).close();
  const db = openPostgresDatabase(url);
  const done = db.transaction().execute(async (trx) => {
    await trx.insertInto('counters').values({ tenant, name: 'a', value: 1 }).execute();
    await sql`select * from no_such_table`.execute(trx).catch(() => undefined);
  });
  await expect(done).rejects.toThrow('undid a transaction');
  expect(await db.selectFrom('counters').selectAll().execute()).toEqual([]);
  await db.destroy();
});

it('says that the disk is full, keeps nothing of the change, and writes again once there is room', async () => {
  const url = await fresh();
  const store = await openStore(url);
  await ask(url, trap('insert on cases', "raise exception 'could not extend file' using errcode = 'disk_full'"));
  await expect(store.cases.open(newCase('a'), opening(1))).rejects.toMatchObject({ name: 'StoreFullError' });
  expect(await store.cases.waiting(tenant, 'clerk', 100_000)).toEqual([]);
  await ask(url, 'drop trigger trap on cases');
  expect((await store.cases.open(newCase('a'), opening(1))).case.reference).toBe('C-0001');
  await store.close();
});

it('gives up a statement that waits for somebody else, within three seconds, and the connection stays good', async () => {
  const url = await fresh();
  const store = await openStore(url);
  const other = new Client({ connectionString: url });
  await other.connect();
  await other.query('begin');
  await other.query('lock table cases in exclusive mode');
  const begun = performance.now();
  await expect(store.cases.open(newCase('a'), opening(1))).rejects.toThrow('The database server took too long.');
  expect(performance.now() - begun).toBeLessThan(3000);
  await other.query('rollback');
  await other.end();
  expect((await store.cases.open(newCase('a'), opening(1))).case.reference).toBe('C-0001');
  await store.close();
});

it('finishes what was asked for before it closes, and closes once', async () => {
  const url = await fresh();
  const store = await openStore(url);
  const openings = Array.from({ length: 30 }, (_, i) => store.cases.open(newCase(`c${i}`), opening(1)));
  await Promise.all([store.close(), store.close()]);
  await Promise.all(openings);
  await expect(store.cases.byId(tenant, 'c0')).rejects.toThrow('destroyed');
  const reopened = await openStore(url);
  expect(await reopened.cases.waiting(tenant, 'clerk', 100_000)).toHaveLength(30);
  await reopened.close();
});

/** A trigger that does this at the change of a table. */
function trap(change: string, act: string): string {
  return `create function trap() returns trigger language plpgsql as $$ begin ${act}; return new; end $$;
    create trigger trap before ${change} for each row execute function trap()`;
}

function endsItself(change: string): string {
  return trap(change, 'perform pg_terminate_backend(pg_backend_pid())');
}

async function takeAll(url: string): Promise<readonly Client[]> {
  const taken: Client[] = [];
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
    } catch {
      return taken;
    }
    taken.push(client);
  }
}
