import type { Timer } from '../../../src/app/outbox-ports';
import type { Store } from '../../../src/app/ports';
import type { Case } from '../../../src/core/cases/case';
import { newCase, opening, planOf, step, tenant, timer } from './samples';

/** What every engine must do with what happens by itself. */
export function timersContract(open: () => Promise<Store>): void {
  const one = { id: 'a', tenant };
  const digest: Timer = { tenant, caseId: '', kind: 'digest', due: 10 };
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('gives a timer when it is due, once, until the lease ends', async () => {
    await store.timers.set(digest);
    expect(await claimed(9)).toEqual([]);
    expect(await claimed(10, 50)).toEqual([digest]);
    expect(await claimed(49, 50)).toEqual([]);
    expect(await claimed(50, 90)).toEqual([digest]);
  });

  it('gives at most as many as asked for, those due longest', async () => {
    for (const due of [5, 3, 4]) await store.timers.set({ ...timer({ id: `c${due}`, tenant }, 'nudge', due) });
    expect((await store.timers.claim(10, 20, 2)).map(({ due }) => due).sort()).toEqual([3, 4]);
  });

  it('never gives one timer to two of three parallel claimers', async () => {
    for (let i = 0; i < 30; i++) await store.timers.set(timer({ id: `c${i}`, tenant }, 'nudge', 5));
    const shares = await Promise.all([1, 2, 3].map(() => store.timers.claim(10, 20, 12)));
    expect(new Set(shares.flat().map(({ caseId }) => caseId)).size).toBe(30);
    expect(shares.flat()).toHaveLength(30);
  });

  it('is over when it is done', async () => {
    await store.timers.set(digest);
    await claimed(10, 50);
    await store.timers.done(digest);
    expect(await claimed(100)).toEqual([]);
  });

  it('moves a timer that is set again, also one under lease, which then is not ended by what was done before', async () => {
    await store.timers.set(digest);
    await claimed(10, 5000);
    const moved = { ...digest, due: 20 };
    await store.timers.set(moved);
    await store.timers.done(digest);
    expect(await claimed(19)).toEqual([]);
    expect(await claimed(20)).toEqual([moved]);
  });

  it('leaves a timer that is there when it is only made sure of', async () => {
    await store.timers.ensure(digest);
    await store.timers.ensure({ ...digest, due: 5 });
    await store.timers.ensure({ ...digest, tenant: 'council-2', due: 7 });
    expect(await claimed(7)).toEqual([{ ...digest, tenant: 'council-2', due: 7 }]);
    expect(await claimed(10)).toEqual([digest]);
  });

  it('puts new timers in the place of all that the case had, with each change of it', async () => {
    const opened = await openedWith([timer(one, 'nudge', 10), timer(one, 'overdue', 20)]);
    await store.timers.set(digest);
    await store.timers.set(timer({ id: 'other', tenant }, 'nudge', 10));
    const next = step(opened);
    const timers = [timer(one, 'notice', 15), timer(one, 'overdue', 30)];
    expect(await store.cases.change([{ changed: next, plan: { outgoing: [], timers } }], 2)).toBe(true);
    expect(kindsOf(await claimed(15))).toEqual(['digest', 'notice', 'nudge']);
    expect(kindsOf(await claimed(29))).toEqual([]);
    expect(kindsOf(await claimed(30))).toEqual(['overdue']);
    await store.cases.change([{ changed: step(next), plan: planOf() }], 3);
    expect(await store.timers.isSet(timer(one, 'notice', 15))).toBe(false);
  });

  it('keeps the timers of a case whose change came too late', async () => {
    const opened = await openedWith([timer(one, 'nudge', 10)]);
    await store.cases.change([{ changed: step(opened), plan: { outgoing: [], timers: [timer(one, 'close', 10)] } }], 2);
    expect(await store.cases.change([{ changed: step(opened), plan: planOf() }], 3)).toBe(false);
    expect(kindsOf(await claimed(10))).toEqual(['close']);
  });

  it('knows whether a claimed timer still stands', async () => {
    const opened = await openedWith([timer(one, 'close', 10)]);
    const [claim] = await claimed(10);
    if (claim === undefined) throw new Error('Nothing was claimed.');
    expect(await store.timers.isSet(claim)).toBe(true);
    await store.cases.change(
      [{ changed: step(opened), plan: { outgoing: [], timers: [timer(one, 'close', 99)] } }],
      11,
    );
    expect(await store.timers.isSet(claim)).toBe(false);
  });

  async function openedWith(timers: readonly Timer[]): Promise<Case> {
    const { case: opened } = await store.cases.open(
      newCase('a'),
      opening(1, { plan: () => ({ outgoing: [], timers }) }),
    );
    return opened;
  }

  function claimed(now: number, until = now + 1000): Promise<readonly Timer[]> {
    return store.timers.claim(now, until, 10);
  }
}

function kindsOf(timers: readonly Timer[]): readonly string[] {
  return timers.map(({ kind }) => kind).sort();
}
