import { openStore } from '../../src/adapters/storage/open-store';
import type { Store } from '../../src/app/ports';
import { newCase, opening, tenant } from '../adapters/storage/samples';
import { type Cluster, startCluster } from './cluster';

/** The short form, and with LONG=1 the form of a release: ten restarts, and half a minute in all without a server. */
const { rounds, awayFor } = process.env.LONG === '1' ? { rounds: 10, awayFor: 3000 } : { rounds: 3, awayFor: 500 };

let cluster: Cluster;
let store: Store;
beforeAll(async () => {
  cluster = await startCluster();
  store = await openStore(cluster.url);
});
afterAll(async () => {
  await store.close();
  await cluster.remove();
});

it(`a server that restarts ${rounds} times loses nothing: each request fails within three seconds, and the first after it is back succeeds within two`, async () => {
  const acknowledged: string[] = [];
  let opened = 0;
  for (let round = 0; round < rounds; round++) {
    await Promise.all([open(), open()]);
    const busy = keepOpening();
    await cluster.stop();
    await busy;
    const end = performance.now() + awayFor;
    while (performance.now() < end) expect(await lasting(open())).toEqual({ well: false, quick: true });
    await cluster.start();
    const back = performance.now();
    while (!(await lasting(open())).well);
    expect(performance.now() - back).toBeLessThan(2000);
  }
  const kept = new Set((await store.cases.waiting(tenant, 'clerk', 100_000)).map(({ id }) => id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(3 * rounds);

  /** Four lanes that open cases, one after another, until the first that fails. */
  function keepOpening(): Promise<unknown> {
    const lane = async (): Promise<void> => {
      const { well, quick } = await lasting(open());
      expect(quick).toBe(true);
      return well ? lane() : undefined;
    };
    return Promise.all([lane(), lane(), lane(), lane()]);
  }

  async function open(): Promise<void> {
    const id = `case ${opened++}`;
    await store.cases.open(newCase(id), opening(1));
    acknowledged.push(id);
  }
}, 120_000);

async function lasting(asked: Promise<void>): Promise<{ readonly well: boolean; readonly quick: boolean }> {
  const begun = performance.now();
  const well = await asked.then(
    () => true,
    () => false,
  );
  return { well, quick: performance.now() - begun < 3000 };
}
