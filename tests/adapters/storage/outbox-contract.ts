import type { Outgoing, OutgoingKind } from '../../../src/app/outbox-ports';
import type { Store } from '../../../src/app/ports';
import type { Case } from '../../../src/core/cases/case';
import { change, newCase, opening, outgoing, step, tenant } from './samples';

const lease = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What every engine must do with messages that go out. */
export function outboxContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('holds a claimed message until the lease ends, then gives it again and counts the attempt', async () => {
    await opened('a');
    expect(await claimed(10)).toEqual(['a:1:clerk-post']);
    expect(await claimed(10 + lease - 1)).toEqual([]);
    const [again] = await store.outbox.claim(10 + lease, 500, 10);
    expect(again).toMatchObject({ id: 'a:1:clerk-post', attempts: 2 });
  });

  it('gives at most as many as asked for, those due longest first', async () => {
    for (const [id, at] of [
      ['a', 3],
      ['b', 1],
      ['c', 2],
    ] as const)
      await opened(id, at);
    expect(await claimed(10, 2)).toEqual(['b:1:clerk-post', 'c:1:clerk-post']);
  });

  it('gives nothing before it is due', async () => {
    await add({ id: 'm', due: 50 });
    expect(await claimed(49)).toEqual([]);
    expect(await claimed(50)).toEqual(['m']);
  });

  it('never gives one message to two of three parallel claimers', async () => {
    await addMany(30, (i) => ({ tenant: `council-${i}` }));
    const all = (await Promise.all([1, 2, 3].map(() => claimed(10, 12)))).flat();
    expect(all).toHaveLength(30);
    expect(new Set(all).size).toBe(30);
  });

  it('gives a postponed message when it is due, not before and not only after the lease', async () => {
    await opened('a');
    await claimed(10);
    await store.outbox.postpone('a:1:clerk-post', 50);
    expect(await claimed(49)).toEqual([]);
    expect(await claimed(50)).toEqual(['a:1:clerk-post']);
  });

  it('never gives a sent message again, and does not queue it anew', async () => {
    const first = await opened('a');
    await sent('a:1:clerk-post');
    await store.outbox.postpone('a:1:clerk-post', 1);
    await store.outbox.park('a:1:clerk-post', 1);
    await store.outbox.drop('a:1:clerk-post', 1);
    await changed(first, 'clerk-post', { id: 'a:1:clerk-post' });
    expect(await claimed(1000)).toEqual([]);
    expect(await counts()).toEqual({ waiting: 0, parked: 0 });
  });

  it('never gives a dropped message again, and shows it to nobody', async () => {
    await opened('a');
    await store.outbox.drop('a:1:clerk-post', 5);
    expect(await claimed(1000)).toEqual([]);
    expect(await counts()).toEqual({ waiting: 0, parked: 0 });
    expect(await store.outbox.parked(tenant)).toEqual([]);
  });

  it('keeps the address of the post, and when it was posted, and no other address', async () => {
    const first = await opened('a');
    expect(await store.cases.postOf(tenant, 'a')).toBeUndefined();
    await store.outbox.sent('a:1:clerk-post', 10, { address: 'v1:post' });
    await changed(first, 'receipt-card');
    await store.outbox.sent('a:2:receipt-card', 11, { address: 'v1:receipt' });
    expect(await store.cases.postOf(tenant, 'a')).toBe('v1:post');
    expect((await store.cases.byId(tenant, 'a'))?.delivery).toEqual({ posted: 10 });
  });

  it('keeps what the councillor was told last, and when', async () => {
    const second = await changed(await opened('a'), 'answer', { event: 1 });
    await store.outbox.sent('a:2:answer', 11, { address: 'v1:answer' });
    expect((await store.cases.byId(tenant, 'a'))?.delivery).toEqual({ told: { event: 1, at: 11 } });
    await changed(second, 'answer', { event: 2 });
    await store.outbox.sent('a:3:answer', 12, {});
    expect((await store.cases.byId(tenant, 'a'))?.delivery).toEqual({ told: { event: 2, at: 12 } });
  });

  it('adds what follows from a sent message in the same moment', async () => {
    const first = await opened('a');
    const follows = (then: readonly Outgoing[]) => ({ then });
    await store.outbox.sent('a:1:clerk-post', 10, follows([outgoing(first, 'receipt-card')]));
    expect(await claimed(10)).toEqual(['a:1:receipt-card']);
    const nowhere = outgoing(first, 'notice', { id: 'n', caseId: 'no such case' });
    await expect(store.outbox.sent('a:1:receipt-card', 11, follows([nowhere]))).rejects.toThrow();
    expect(await counts()).toEqual({ waiting: 1, parked: 0, oldestDue: 10 });
  });

  it('adds a message that is about no case, once', async () => {
    const digest = { id: 'd', tenant, kind: 'digest', event: 0, lane: 'digest', target: 'channel' } as const;
    await store.outbox.add([digest, digest], 5);
    await store.outbox.add([digest], 6);
    expect(await store.outbox.claim(10, 100, 10)).toEqual([{ ...digest, attempts: 1 }]);
  });

  describe('lanes', () => {
    it('gives the messages of a lane one at a time, in the order in which they were stored', async () => {
      let latest = await opened('a');
      for (const kind of ['clerk-thread', 'clerk-card'] as const) latest = await changed(latest, kind);
      for (const id of ['a:1:clerk-post', 'a:2:clerk-thread', 'a:3:clerk-card']) {
        expect(await claimed(10)).toEqual([id]);
        expect(await claimed(10)).toEqual([]);
        await sent(id);
      }
      expect(await claimed(1000)).toEqual([]);
    });

    it('holds later messages of a lane back while an earlier one is postponed, and no other lane', async () => {
      const first = await opened('a');
      await changed(first, 'clerk-thread');
      await store.outbox.postpone('a:1:clerk-post', 500);
      await opened('b');
      expect(await claimed(10)).toEqual(['b:1:clerk-post']);
    });

    it('sends an earlier message that is due later before a later one that is due now', async () => {
      const first = await opened('a');
      await sent('a:1:clerk-post');
      const second = await changed(first, 'clerk-thread', { due: 500 });
      await changed(second, 'clerk-thread');
      expect(await claimed(10)).toEqual([]);
      expect(await claimed(500)).toEqual(['a:2:clerk-thread']);
    });

    it('lets the same lane of another council go on', async () => {
      await add({ id: 'm1', lane: 'digest' }, { id: 'm2', lane: 'digest', tenant: 'council-2' });
      expect(await claimed(10)).toEqual(['m1', 'm2']);
    });

    it.each(['park', 'drop'] as const)('goes on after a message that ended with %s', async (ending) => {
      await add({ id: 'm1', lane: 'to:p' }, { id: 'm2', lane: 'to:p' });
      await store.outbox[ending]('m1', 5);
      expect(await claimed(10)).toEqual(['m2']);
    });

    it('never overtakes, whatever fails on the way', async () => {
      await addMany(12, (i) => ({ lane: `lane-${i % 3}`, target: `to:${i % 3}` }));
      const order: string[] = [];
      for (let now = 10; order.length < 12; now += 1000)
        for (const message of await store.outbox.claim(now, now + lease, 10))
          if (message.attempts === 1 && message.id.endsWith('1')) await store.outbox.postpone(message.id, now + 2500);
          else {
            order.push(message.id);
            await store.outbox.sent(message.id, now, {});
          }
      for (const lane of [0, 1, 2]) {
        const numbers = order.map((id) => Number(id.slice(1))).filter((number) => number % 3 === lane);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }
    });
  });

  describe('cards', () => {
    it('keeps only the newest of several waiting cards, and messages between them in their order', async () => {
      let latest = await opened('a');
      await sent('a:1:clerk-post');
      for (const kind of ['clerk-card', 'clerk-thread', 'clerk-card', 'clerk-card'] as const)
        latest = await changed(latest, kind);
      expect(await claimed(10)).toEqual(['a:3:clerk-thread']);
      expect((await counts()).waiting).toBe(2);
      await sent('a:3:clerk-thread');
      expect(await claimed(10)).toEqual(['a:5:clerk-card']);
      await sent('a:5:clerk-card');
      expect(await claimed(1000)).toEqual([]);
    });

    it('lets a card that is on its way be, until its lease ends', async () => {
      const first = await opened('a');
      await sent('a:1:clerk-post');
      const second = await changed(first, 'clerk-card');
      expect(await claimed(10)).toEqual(['a:2:clerk-card']);
      await changed(second, 'clerk-card');
      expect(await claimed(20)).toEqual([]);
      expect(await claimed(10 + lease)).toEqual(['a:3:clerk-card']);
    });

    it('does not let a card of one case replace that of another', async () => {
      for (const id of ['a', 'b']) {
        const first = await opened(id);
        await sent(`${id}:1:clerk-post`);
        const second = await changed(first, 'receipt-card');
        await changed(second, 'clerk-card');
      }
      expect(await claimed(10)).toEqual(['a:2:receipt-card', 'a:3:clerk-card', 'b:3:clerk-card']);
      await sent('a:2:receipt-card');
      expect(await claimed(10)).toEqual(['b:2:receipt-card']);
    });

    it.each(['clerk-card', 'clerk-thread', 'urgent-again'] as const)(
      'a %s waits until the post has been sent',
      async (kind) => {
        const first = await opened('a');
        await changed(first, kind, { lane: 'case:a' });
        expect(await claimed(10)).toEqual(['a:1:clerk-post']);
        await store.outbox.postpone('a:1:clerk-post', 50);
        expect(await claimed(20)).toEqual([]);
        await sent('a:1:clerk-post');
        expect(await claimed(20)).toEqual([`a:2:${kind}`]);
      },
    );

    it('a card is given although the post was sent without an address', async () => {
      const first = await opened('a');
      await store.outbox.sent('a:1:clerk-post', 10, {});
      await changed(first, 'clerk-card');
      expect(await store.cases.postOf(tenant, 'a')).toBeUndefined();
      expect(await claimed(10)).toEqual(['a:2:clerk-card']);
    });

    it('parks what belongs to a parked post, and still sends the answer', async () => {
      let latest = await opened('a');
      for (const kind of ['clerk-thread', 'clerk-card', 'answer'] as const) latest = await changed(latest, kind);
      await store.outbox.park('a:1:clerk-post', 10);
      expect(await claimed(10)).toEqual(['a:4:answer']);
      expect(await counts()).toMatchObject({ waiting: 1, parked: 3 });
    });

    it.each([
      ['was posted anew', (id: string) => store.outbox.sent(id, 10, {})],
      ['is known by a copy that the clerk pressed', () => store.cases.adoptPost(tenant, 'a', 'v1:copy')],
    ] as const)('gives a card to a case whose parked post %s', async (_name, known) => {
      const first = await opened('a');
      await store.outbox.park('a:1:clerk-post', 10);
      const second = await changed(first, 'clerk-post');
      await known('a:2:clerk-post');
      await store.outbox.drop('a:2:clerk-post', 10);
      await changed(second, 'clerk-card');
      expect(await claimed(10)).toEqual(['a:3:clerk-card']);
    });
  });

  describe('limits', () => {
    it.each([
      ['6 in a second', 6, 0, 1_000],
      ['7 in two seconds', 1, 1_000, 2_000],
    ])('sends a conversation at most %s', async (_name, more, from, until) => {
      await addMany(20);
      if (from > 0) expect(await claimed(10_000)).toHaveLength(6);
      expect(await claimed(10_000 + from)).toHaveLength(more);
      expect(await claimed(10_000 + until - 1)).toHaveLength(0);
      expect((await claimed(10_000 + until)).length).toBeGreaterThan(0);
    });

    it('sends a conversation at most 59 in 30 seconds', async () => {
      await addMany(130);
      const times: number[] = [];
      for (let now = 10_000; times.length < 130; now += 1_000) {
        const taken = await store.outbox.claim(now, now + DAY_MS, 10);
        times.push(...taken.map(() => now));
      }
      for (const [index, at] of times.entries())
        expect(at - (times[index - 59] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(30_000);
    });

    it('counts every try of one message', async () => {
      await add({ id: 'again' });
      for (let now = 1_000; now <= 30_000; now += 500) {
        expect(await store.outbox.claim(now, now + 1, 10)).toHaveLength(1);
        await store.outbox.postpone('again', now + 500);
      }
      await add({ id: 'next' });
      expect(await claimed(32_999)).toEqual([]);
      expect(await claimed(33_000)).toHaveLength(1);
    });

    it('sends at most 20 in a second for a council, and does not let it hold up another', async () => {
      await addMany(60, (i) => ({ target: `to:${i}` }));
      await add({ id: 'elsewhere', tenant: 'council-2', due: 5 });
      const first = await claimed(10_000, 50);
      expect(first).toHaveLength(21);
      expect(first).toContain('elsewhere');
      await store.outbox.sent('elsewhere', 10_000, {});
      expect(await claimed(10_999, 50)).toHaveLength(0);
      expect(await claimed(11_000, 50)).toHaveLength(20);
    });

    it('does not let a full conversation hold up another', async () => {
      await addMany(500);
      await add({ id: 'elsewhere', target: 'to:p' });
      expect(await claimed(10_000)).toHaveLength(7);
    });

    it('counts for all claimers together', async () => {
      await addMany(40);
      const shares = await Promise.all(Array.from({ length: 4 }, () => claimed(10_000)));
      expect(shares.flat()).toHaveLength(6);
    });

    it('sends nothing to a paused conversation until the pause ends, and goes on elsewhere', async () => {
      await add(
        { id: 'm1', target: 'to:p' },
        { id: 'm2', target: 'to:q' },
        { id: 'm3', target: 'to:p', tenant: 'council-2' },
      );
      await store.outbox.pause(tenant, 'to:p', 500);
      await store.outbox.pause(tenant, 'to:p', 300);
      expect((await claimed(10)).toSorted()).toEqual(['m2', 'm3']);
      expect(await claimed(499)).not.toContain('m1');
      expect(await claimed(500)).toContain('m1');
    });

    it('tries what has failed at once when its conversation can be reached again', async () => {
      await add({ id: 'm1', target: 'to:p' }, { id: 'm2', target: 'to:q' }, { id: 'm3', target: 'to:p', due: 800 });
      for (const id of await claimed(10)) await store.outbox.postpone(id, 900);
      await store.outbox.hurry(tenant, 'to:p', 20);
      await store.outbox.hurry('council-2', 'to:q', 20);
      expect(await claimed(20)).toEqual(['m1']);
    });
  });

  describe('what is told of it', () => {
    it('says how much waits, how much was given up, and since when the oldest is due', async () => {
      await add({ id: 'm1', due: 30 }, { id: 'm2', due: 20 }, { id: 'm3', due: 900 }, { id: 'm4' });
      await store.outbox.park('m4', 5);
      expect(await store.outbox.counts(10)).toEqual({ waiting: 3, parked: 1 });
      expect(await store.outbox.counts(50)).toEqual({ waiting: 3, parked: 1, oldestDue: 20 });
    });

    it("lists a council's messages that were given up, newest first, at most 20", async () => {
      await addMany(22);
      await add({ id: 'elsewhere', tenant: 'council-2' });
      for (let i = 0; i < 22; i++) await store.outbox.park(`m${i}`, 100 + i);
      await store.outbox.park('elsewhere', 500);
      const parked = await store.outbox.parked(tenant);
      expect(parked.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => `m${21 - i}`));
      expect(parked[0]).toEqual({ id: 'm21', tenant, kind: 'notice', event: 0, lane: 'm21', target: 'channel' });
    });
  });

  async function opened(id: string, at = 1): Promise<Case> {
    return (await store.cases.open(newCase(id), opening(at))).case;
  }

  async function changed(before: Case, kind: OutgoingKind, changes: Partial<Outgoing> = {}): Promise<Case> {
    const next = step(before);
    expect(await store.cases.change([change(next, outgoing(next, kind, changes))], 2)).toBe(true);
    return next;
  }

  /** Messages about no case, each in a lane of its own. */
  function add(...messages: readonly (Partial<Outgoing> & { readonly id: string })[]): Promise<void> {
    const base = { tenant, kind: 'notice', event: 0, target: 'channel' } as const;
    return store.outbox.add(
      messages.map((message) => ({ ...base, lane: message.id, ...message })),
      1,
    );
  }

  function addMany(count: number, changes: (i: number) => Partial<Outgoing> = () => ({})): Promise<void> {
    return add(...Array.from({ length: count }, (_, i) => ({ id: `m${i}`, ...changes(i) })));
  }

  function counts() {
    return store.outbox.counts(10);
  }

  function sent(id: string): Promise<void> {
    return store.outbox.sent(id, 10, { address: `v1:${id}` });
  }

  async function claimed(now: number, limit = 10): Promise<readonly string[]> {
    return (await store.outbox.claim(now, now + lease, limit)).map(({ id }) => id);
  }
}
