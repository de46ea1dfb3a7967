import { openStore } from '../../src/adapters/storage/open-store';
import type { Claimed, Outbox, Sent, Store } from '../../src/app/ports';
import { openCase, POSTED, startDelivery } from './delivery-rig';

let store: Store;
let delivery: Awaited<ReturnType<typeof startDelivery>>;
beforeEach(async () => {
  store = await openStore('file::memory:');
  delivery = await startDelivery(store);
});
afterEach(async () => {
  await delivery.stop();
  await store.close();
});

/** Something that somebody waits for until it is released. */
function hold<T>(value: T) {
  let release = () => {};
  const held = new Promise<T>((resolve) => {
    release = () => resolve(value);
  });
  return { held, release: () => release() };
}

/** The same store, whose outbox is asked through something else the first time. */
function withFirstClaim(first: Outbox['claim']): Store {
  let claims = 0;
  const claim: Outbox['claim'] = (...given) => {
    claims += 1;
    return claims === 1 ? first(...given) : store.outbox.claim(...given);
  };
  return { ...store, outbox: { ...store.outbox, claim } };
}

it('sends what waits, stops for good, and is not woken again', async () => {
  await openCase(store, 'case-1');
  delivery.start();
  await until(() => delivery.calls.length === 1);
  await delivery.stop();
  await openCase(store, 'case-2');
  delivery.wake();
  await delivery.stop();
  expect(delivery.calls).toHaveLength(1);
});

it('woken while it looks, it looks again at once, and never does both at the same time', async () => {
  const empty = hold<readonly Claimed[]>([]);
  let looks = 0;
  delivery = await startDelivery(
    withFirstClaim(() => {
      looks += 1;
      return empty.held;
    }),
  );
  delivery.start();
  await openCase(store);
  delivery.wake();
  delivery.wake();
  expect([looks, delivery.calls.length]).toEqual([1, 0]);
  empty.release();
  await until(() => delivery.calls.length === 1);
});

it('stop waits for what is being sent', async () => {
  const sending = hold<Sent>(POSTED);
  delivery.answers.push(sending.held);
  await openCase(store);
  delivery.start();
  await until(() => delivery.calls.length === 1);
  let stopped = false;
  const stopping = delivery.stop().then(() => {
    stopped = true;
  });
  await new Promise(setImmediate);
  expect(stopped).toBe(false);
  sending.release();
  await stopping;
  expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 0 });
});

it('an outbox that fails is logged by its kind of error, and looked at again', async () => {
  delivery = await startDelivery(withFirstClaim(() => Promise.reject(new RangeError('May I film?'))));
  await openCase(store);
  delivery.start();
  await until(() => delivery.lines.length === 1);
  expect(delivery.lines).toEqual([['the outbox could not be worked', { error: 'RangeError' }]]);
  delivery.wake();
  await until(() => delivery.calls.length === 1);
});

it('does nothing when it is woken before it was started', async () => {
  await openCase(store);
  delivery.wake();
  await delivery.stop();
  expect(delivery.calls).toEqual([]);
});

/** Gives up before the outbox would be looked at anyway. */
async function until(found: () => boolean): Promise<void> {
  for (const end = Date.now() + 1_500; !found(); ) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise(setImmediate);
  }
}
