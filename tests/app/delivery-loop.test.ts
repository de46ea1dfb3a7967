import { openStore } from '../../src/adapters/storage/open-store';
import type { Claimed, Outbox, Sent } from '../../src/app/outbox-ports';
import type { Store } from '../../src/app/ports';
import { answered, happen, openCase, POSTED, startDelivery } from './delivery-rig';
import { hold } from './hold';

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

/** The same store with some of its outbox replaced. */
function withOutbox(changes: Partial<Outbox>): Store {
  return { ...store, outbox: { ...store.outbox, ...changes } };
}

/** The same store, whose outbox is asked through something else the first time. */
function withFirstClaim(first: Outbox['claim']): Store {
  let claims = 0;
  return withOutbox({
    claim: (...given) => {
      claims += 1;
      return claims === 1 ? first(...given) : store.outbox.claim(...given);
    },
  });
}

const posts = () => delivery.kinds().filter((kind) => kind === 'post clerk-case').length;

it('sends what waits, stops for good, and is not woken again', async () => {
  await openCase(store, 'case-1');
  delivery.start();
  await until(() => posts() === 1);
  await delivery.stop();
  const before = delivery.calls.length;
  await openCase(store, 'case-2');
  delivery.wake();
  await delivery.stop();
  expect(delivery.calls).toHaveLength(before);
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
  await until(() => posts() === 1);
});

it('a slow conversation holds up neither the others nor what comes after them', async () => {
  const slow = hold<Sent>(POSTED);
  delivery.answers.push(slow.held);
  await openCase(store, 'case-1');
  delivery.start();
  await until(() => posts() === 1);
  await happen(store, await openCase(store, 'case-2'), answered);
  delivery.wake();
  await until(() => delivery.kinds().includes('post clerk-answer'));
  slow.release();
  await until(() => delivery.kinds().filter((kind) => kind === 'update clerk-case').length === 1);
});

it('at most ten are under way at once, and the next begins as soon as one has ended', async () => {
  const slow = Array.from({ length: 10 }, () => hold<Sent>(POSTED));
  delivery.answers.push(...slow.map(({ held }) => held));
  for (let n = 0; n < 12; n += 1) {
    const person = { id: `person-${n}`, name: 'A' };
    const opened = await openCase(store, `case-${n}`, { councillor: person, councillorAddress: `to:${person.id}` });
    await happen(store, opened, answered);
  }
  delivery.start();
  await until(() => delivery.calls.length === 10);
  delivery.wake();
  await new Promise(setImmediate);
  expect(delivery.calls).toHaveLength(10);
  slow[3]?.release();
  await until(() => delivery.calls.length > 10);
  for (const { release } of slow) release();
});

it('stop waits for what is being sent', async () => {
  const sending = hold<Sent>(POSTED);
  delivery.answers.push(sending.held);
  await openCase(store);
  delivery.start();
  await until(() => posts() === 1);
  let stopped = false;
  const stopping = delivery.stop().then(() => {
    stopped = true;
  });
  await new Promise(setImmediate);
  expect(stopped).toBe(false);
  sending.release();
  await stopping;
  // Only the receipt is left, which follows from the post.
  expect(await delivery.counts()).toEqual({ waiting: 1, parked: 0 });
});

it('stop does not wait for ever', async () => {
  delivery = await startDelivery(store, { longestStopMs: 1 });
  const never = hold<Sent>(POSTED);
  delivery.answers.push(never.held);
  await openCase(store);
  delivery.start();
  await until(() => posts() === 1);
  await delivery.stop();
  expect(await delivery.counts()).toEqual({ waiting: 1, parked: 0 });
  never.release();
});

it('an outbox that fails is logged by its kind of error, and is looked at again', async () => {
  delivery = await startDelivery(withFirstClaim(() => Promise.reject(new RangeError('May I film?'))));
  await openCase(store);
  delivery.start();
  await until(() => delivery.lines.length === 1);
  expect(delivery.lines).toEqual([['a worker failed', { worker: 'delivery', error: 'RangeError' }]]);
  delivery.wake();
  await until(() => posts() === 1);
});

it('does nothing when it is woken before it was started', async () => {
  await openCase(store);
  delivery.wake();
  await delivery.stop();
  expect(delivery.calls).toEqual([]);
});

describe('when the store fails after something was sent', () => {
  function failingOnce(): Store {
    let failed = false;
    return withOutbox({
      sent: async (...given) => {
        if (!failed) {
          failed = true;
          throw new RangeError('May I film?');
        }
        return store.outbox.sent(...given);
      },
    });
  }

  it('the others are recorded, and it is recorded later without being sent again', async () => {
    delivery = await startDelivery(failingOnce());
    await openCase(store, 'case-1');
    await openCase(store, 'case-2');
    expect(await delivery.after(0)).toBe(3);
    expect(await delivery.counts()).toEqual({ waiting: 1, parked: 0 });
    expect(JSON.stringify(delivery.lines)).not.toContain('film');
    expect(await delivery.after(29_999)).toBe(0);
    expect(await delivery.after(1)).toBe(1);
    expect(posts()).toBe(2);
    expect(await delivery.counts()).toEqual({ waiting: 0, parked: 0 });
  });
});

describe('after a process that ended between sending and recording', () => {
  it('a question is sent again, because a lost one is worse than a second copy', async () => {
    await openCase(store);
    await store.outbox.claim(0, 1, 10);
    await store.outbox.claim(Date.parse('2026-11-24T10:00:00Z'), 1, 10);
    await delivery.round();
    expect(posts()).toBe(1);
  });

  it('a courtesy is not said again', async () => {
    const digest = {
      id: 'd',
      tenant: 'council-1',
      kind: 'digest',
      event: 0,
      lane: 'digest',
      target: 'channel',
    } as const;
    await openCase(store);
    await delivery.round();
    delivery.calls.length = 0;
    await store.outbox.add([digest], 1);
    const [claimed] = await store.outbox.claim(1, 2, 10);
    expect(claimed).toMatchObject({ id: 'd', attempts: 1 });
    expect(claimed).not.toHaveProperty('rescued');
    await delivery.round();
    expect(delivery.calls).toEqual([]);
    expect(await delivery.counts()).toEqual({ waiting: 0, parked: 0 });
  });
});

it('a store that fails before anything was sent loses not even a courtesy', async () => {
  await openCase(store);
  await delivery.round();
  let fails = true;
  const cases = {
    ...store.cases,
    countWaiting: async () => (fails ? Promise.reject(new RangeError('May I film?')) : 1),
  };
  delivery = await startDelivery({ ...store, cases });
  const digest = { id: 'd', tenant: 'council-1', kind: 'digest', event: 0, lane: 'digest', target: 'channel' } as const;
  await store.outbox.add([digest], 1);
  expect(await delivery.after(0)).toBe(0);
  fails = false;
  expect(await delivery.after(2_000)).toBe(1);
  expect(JSON.stringify(delivery.lines)).not.toContain('film');
});

it('a messenger that throws is tried again, and its words are not logged', async () => {
  delivery.answers.push(new TypeError('May I film?'));
  await openCase(store);
  expect(await delivery.after(0)).toBe(1);
  expect(await delivery.counts()).toEqual({ waiting: 1, parked: 0 });
  expect(delivery.lines).toContainEqual(['sending failed', { outgoing: 'case-1:1:clerk-post', error: 'TypeError' }]);
  expect(JSON.stringify(delivery.lines)).not.toContain('May I film');
  expect(await delivery.after(3_600_000)).toBe(2);
});

it('one case that fails does not hold up another', async () => {
  delivery.answers.push(new Error('away'));
  await openCase(store, 'case-1');
  await openCase(store, 'case-2');
  await delivery.round();
  expect(posts()).toBe(2);
  expect(await delivery.counts()).toEqual({ waiting: 1, parked: 0 });
});

/** Gives up before the outbox would be looked at anyway. */
async function until(found: () => boolean): Promise<void> {
  for (const end = Date.now() + 1_500; !found(); ) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise(setImmediate);
  }
}
