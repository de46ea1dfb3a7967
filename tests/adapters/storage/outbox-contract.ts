import type { Outgoing, Store } from '../../../src/app/ports';
import type { Case } from '../../../src/core/model';
import { changed, newCase, outgoing, tenant } from './samples';

const lease = 100;

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
      await store.cases.open(newCase(id), at);
    const ids = (await store.outbox.claim(10, 100, 2)).map(({ caseId }) => caseId);
    expect(ids).toEqual(['b', 'c']);
  });

  it('never gives one message to two of three parallel claimers', async () => {
    for (let i = 0; i < 30; i++) await opened(`p${i}`);
    const shares = await Promise.all([1, 2, 3].map(() => claimed(10, 12)));
    const all = shares.flat();
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
    await change(first, 'clerk-post', { id: 'a:1:clerk-post' });
    expect(await claimed(1000)).toEqual([]);
    expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 0 });
  });

  it('keeps the address of the post, and no other', async () => {
    const first = await opened('a');
    expect(await store.cases.postOf(tenant, 'a')).toBeUndefined();
    await store.outbox.sent('a:1:clerk-post', 10, 'v1:post');
    await change(first, 'answer');
    await store.outbox.sent('a:2:answer', 11, 'v1:answer');
    expect(await store.cases.postOf(tenant, 'a')).toBe('v1:post');
  });

  it('gives the messages of a case one at a time, in the order in which they were stored', async () => {
    const first = await opened('a');
    const second = await change(first, 'answer');
    await change(second, 'clerk-follow-up');
    for (const id of ['a:1:clerk-post', 'a:2:answer', 'a:3:clerk-follow-up']) {
      expect(await claimed(10)).toEqual([id]);
      expect(await claimed(10)).toEqual([]);
      await sent(id);
    }
    expect(await claimed(1000)).toEqual([]);
  });

  it('holds later messages of a case back while an earlier one is postponed, and no other case', async () => {
    const first = await opened('a');
    await change(first, 'answer');
    await store.outbox.postpone('a:1:clerk-post', 500);
    await opened('b');
    expect(await claimed(10)).toEqual(['b:1:clerk-post']);
  });

  it('lets a parked answer hold nothing back', async () => {
    const first = await opened('a');
    await sent('a:1:clerk-post');
    const second = await change(first, 'answer');
    await store.outbox.park('a:2:answer', 10);
    await change(second, 'clerk-card');
    expect(await claimed(10)).toEqual(['a:3:clerk-card']);
    expect(await store.outbox.counts()).toEqual({ waiting: 1, parked: 1 });
  });

  it('keeps only the newest of several waiting cards, and messages between them in their order', async () => {
    let latest = await opened('a');
    await sent('a:1:clerk-post');
    for (const kind of ['clerk-card', 'answer', 'clerk-card', 'clerk-card'] as const)
      latest = await change(latest, kind);
    expect(await claimed(10)).toEqual(['a:3:answer']);
    expect(await store.outbox.counts()).toEqual({ waiting: 2, parked: 0 });
    await sent('a:3:answer');
    expect(await claimed(10)).toEqual(['a:5:clerk-card']);
    await sent('a:5:clerk-card');
    expect(await claimed(1000)).toEqual([]);
  });

  it('lets a card that is on its way be, until its lease ends', async () => {
    const first = await opened('a');
    await sent('a:1:clerk-post');
    const second = await change(first, 'clerk-card');
    expect(await claimed(10)).toEqual(['a:2:clerk-card']);
    await change(second, 'clerk-card');
    expect(await claimed(20)).toEqual([]);
    expect(await claimed(10 + lease)).toEqual(['a:3:clerk-card']);
  });

  it('does not let a card of one case replace that of another', async () => {
    for (const id of ['a', 'b']) {
      const first = await opened(id);
      await sent(`${id}:1:clerk-post`);
      await change(first, 'clerk-card');
    }
    expect(await claimed(10)).toEqual(['a:2:clerk-card', 'b:2:clerk-card']);
  });

  it.each(['clerk-card', 'clerk-follow-up'] as const)('a %s waits until the post has been sent', async (kind) => {
    const first = await opened('a');
    await change(first, kind);
    expect(await claimed(10)).toEqual(['a:1:clerk-post']);
    await store.outbox.postpone('a:1:clerk-post', 50);
    expect(await claimed(20)).toEqual([]);
    await sent('a:1:clerk-post');
    expect(await claimed(20)).toEqual([`a:2:${kind}`]);
  });

  it.each(['clerk-card', 'clerk-follow-up'] as const)(
    'a %s is given although the post was sent without an address',
    async (kind) => {
      const first = await opened('a');
      await store.outbox.sent('a:1:clerk-post', 10);
      await change(first, kind);
      expect(await store.cases.postOf(tenant, 'a')).toBeUndefined();
      expect(await claimed(10)).toEqual([`a:2:${kind}`]);
    },
  );

  it('parks what belongs to a parked post, and still sends the answer', async () => {
    const first = await opened('a');
    const second = await change(first, 'clerk-follow-up');
    const third = await change(second, 'clerk-card');
    await change(third, 'answer');
    await store.outbox.park('a:1:clerk-post', 10);
    expect(await claimed(10)).toEqual(['a:4:answer']);
    expect(await store.outbox.counts()).toEqual({ waiting: 1, parked: 3 });
  });

  it('gives a card to a case whose parked post was followed by one that was sent', async () => {
    const first = await opened('a');
    await store.outbox.park('a:1:clerk-post', 10);
    const second = await change(first, 'clerk-post');
    await sent('a:2:clerk-post');
    await change(second, 'clerk-card');
    expect(await claimed(10)).toEqual(['a:3:clerk-card']);
  });

  async function opened(id: string): Promise<Case> {
    return (await store.cases.open(newCase(id), 1)).case;
  }

  async function change(before: Case, kind: Outgoing['kind'], changes: Partial<Outgoing> = {}): Promise<Case> {
    const next = changed(before);
    expect(await store.cases.change(next, [{ ...outgoing(next, kind), ...changes }], 2)).toBe(true);
    return next;
  }

  function sent(id: string): Promise<void> {
    return store.outbox.sent(id, 10, `v1:${id}`);
  }

  async function claimed(now: number, limit = 10): Promise<readonly string[]> {
    return (await store.outbox.claim(now, now + lease, limit)).map(({ id }) => id);
  }
}
