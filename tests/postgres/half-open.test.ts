import { openStore } from '../../src/adapters/storage/open-store';
import type { Store } from '../../src/app/ports';
import { newCase, opening, tenant } from '../adapters/storage/samples';
import { freshDatabases } from './fresh-database';
import { type HalfOpenProxy, startHalfOpenProxy } from './half-open-proxy';

const fresh = freshDatabases();
/** Teams shows an error when a press has no answer in time; three seconds leave room for everything else. */
const longest = 3000;

let proxy: HalfOpenProxy;
let store: Store;
beforeEach(async () => {
  proxy = await startHalfOpenProxy(await fresh());
  store = await openStore(proxy.url);
});
afterEach(async () => {
  await store.close();
  await proxy.close();
});

it('fails within three seconds when the network swallows everything, and works as soon as it does', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, i) => store.cases.open(newCase(`before ${i}`), opening(1))));
  proxy.swallow();
  const failures = await Promise.all(
    Array.from({ length: 25 }, (_, i) => failure(store.cases.open(newCase(`n${i}`), opening(1)))),
  );
  expect(failures.filter(({ name }) => name !== 'StoreUnavailableError')).toEqual([]);
  expect(Math.max(...failures.map(({ after }) => after))).toBeLessThan(longest);
  const whileGone = await failure(store.cases.waiting(tenant, 'clerk', 100_000));
  expect(whileGone).toMatchObject({ name: 'StoreUnavailableError' });
  expect(whileGone.after).toBeLessThan(longest);
  proxy.pass();
  expect((await store.cases.open(newCase('after'), opening(1))).created).toBe(true);
  expect(await store.cases.waiting(tenant, 'clerk', 100_000)).toHaveLength(11);
});

it('gives no second question to a connection that the network has forgotten', async () => {
  await Promise.all(Array.from({ length: 10 }, () => store.cases.waiting(tenant, 'clerk', 100_000)));
  proxy.swallow();
  proxy.pass();
  expect(await failure(store.cases.waiting(tenant, 'clerk', 100_000))).toMatchObject({
    name: 'StoreUnavailableError',
  });
  expect(await store.cases.waiting(tenant, 'clerk', 100_000)).toEqual([]);
});

it('an instance that vanishes in the middle of a claim keeps no message and no lock', async () => {
  await store.cases.open(newCase('a'), opening(1));
  const other = await openStore(new URL(new URL(proxy.url).pathname, process.env.TEST_POSTGRES_URL).href);
  proxy.after('insert into "counters"', 'swallow');
  const vanished = failure(store.outbox.claim(10, 100, 10));
  await vanished;
  const claimed = await untilGiven(() => other.outbox.claim(10, 100, 10));
  expect(claimed.map(({ id, attempts }) => [id, attempts])).toEqual([['a:1:clerk-post', 1]]);
  await other.close();
});

it('closes although the network swallows everything', async () => {
  await Promise.all(Array.from({ length: 3 }, () => store.cases.waiting(tenant, 'clerk', 100_000)));
  const asked = failure(store.cases.open(newCase('a'), opening(1)));
  proxy.swallow();
  await store.close();
  expect(await asked).toMatchObject({ name: 'StoreUnavailableError' });
});

async function failure(asked: Promise<unknown>): Promise<{ readonly name: string; readonly after: number }> {
  const begun = performance.now();
  const name = await asked.then(
    () => 'answered',
    (error: Error) => error.name,
  );
  return { name, after: performance.now() - begun };
}

async function untilGiven<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  const given = await ask().catch(() => []);
  return given.length > 0 ? given : untilGiven(ask);
}
