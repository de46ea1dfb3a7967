import type { Store } from '../../../src/app/ports';
import { type Case, type CaseState, THE_CLOCK } from '../../../src/core/cases/case';
import { change, changesInto, clerk, newCase, opening, outgoing, planOf, step, tenant } from './samples';

const draft = 'The mayor is wrong.';

/** What every engine must do with cases. */
export function caseContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it.each([
    ['all that a case can have', { draft, nameless: true, soundsLike: 'It sounds like filming.', due: 9000 }],
    ['no more than it must have', {}],
  ] as const)('opens a case with %s, in the state waiting, at version 1, with one event', async (_name, more) => {
    const about = { wanted: 'today', platform: 'group', flags: [{ rule: 'libel', words: 'wrong' }] } as const;
    const given = newCase('a', { about, ...more });
    const { case: opened, created } = await store.cases.open(given, opening(5000));
    const { requestId: _request, ...kept } = given;
    expect(created).toBe(true);
    expect(opened).toEqual({
      ...kept,
      reference: 'C-0001',
      state: 'waiting',
      version: 1,
      events: [{ kind: 'opened', at: 5000, by: given.councillor }],
      delivery: {},
    });
    expect(await store.cases.byId(tenant, 'a')).toEqual(opened);
  });

  it('puts what follows into the outbox with the case', async () => {
    const { case: opened } = await store.cases.open(newCase('a'), opening(5000));
    expect(await store.outbox.claim(4999, 6000, 10)).toEqual([]);
    const [post] = await store.outbox.claim(5000, 6000, 10);
    expect(post).toEqual({ ...outgoing(opened, 'clerk-post', { event: 0 }), attempts: 1 });
  });

  it('counts references upward for each council by itself', async () => {
    const references = [];
    for (const [id, council] of [
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'x'],
    ] as const)
      references.push((await opened(id, { tenant: council })).reference);
    expect(references).toEqual(['C-0001', 'C-0001', 'C-0002']);
  });

  it('gives the stored case to a request that comes again, and leaves no gap in the references', async () => {
    const first = await opened('a');
    const again = await store.cases.open(newCase('b', { requestId: 'request-a', question: 'Another?' }), opening(2));
    expect(again).toEqual({ case: first, created: false });
    expect((await opened('c')).reference).toBe('C-0002');
  });

  it('lets two councils use the same request id', async () => {
    await opened('a', { requestId: 'same' });
    const other = await store.cases.open(newCase('b', { requestId: 'same', tenant: 'council-2' }), opening(1));
    expect(other.created).toBe(true);
  });

  it('makes one case of 20 parallel openings with one request', async () => {
    const openings = await Promise.all(
      Array.from({ length: 20 }, (_, i) => store.cases.open(newCase(`p${i}`, { requestId: 'same' }), opening(1))),
    );
    expect(openings.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(openings.map((one) => one.case.id)).size).toBe(1);
    expect(await waiting()).toBe(1);
  });

  it('gives 50 parallel openings 50 different references', async () => {
    const cases = await Promise.all(Array.from({ length: 50 }, (_, i) => opened(`p${i}`)));
    expect(new Set(cases.map(({ reference }) => reference)).size).toBe(50);
  });

  it('keeps nothing of an opening that fails half-way', async () => {
    await opened('a');
    await expect(opened('a', { requestId: 'other' })).rejects.toThrow();
    const ofNoCase = outgoing(await opened('b'), 'answer', { caseId: 'no such case' });
    const noPlan = { plan: () => planOf(ofNoCase) };
    await expect(store.cases.open(newCase('c'), opening(1, noPlan))).rejects.toThrow();
    expect(await store.cases.byId(tenant, 'c')).toBeUndefined();
    expect((await opened('d')).reference).toBe('C-0003');
  });

  it('joins a case to the oldest that asks the same, and its plan knows it', async () => {
    await opened('other', { question: 'Something else?' });
    for (const id of ['a', 'b', 'c']) await joined(id);
    expect((await store.cases.byId(tenant, 'a'))?.joined).toBeUndefined();
    expect((await store.cases.joinedTo(tenant, 'a')).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(await store.cases.joinedTo('council-2', 'a')).toEqual([]);
    const planned = await store.cases.open(
      newCase('d'),
      opening(1, {
        joins: sameQuestion,
        plan: (one) => planOf({ ...outgoing(one, 'receipt-card'), id: `with ${one.joined}` }),
      }),
    );
    expect(planned.case.joined).toBe('a');
    expect((await store.outbox.claim(5, 6, 20)).map(({ id }) => id)).toContain('with a');
  });

  it.each([
    ['council', { tenant: 'council-2' }],
    ['desk', { desk: 'alternate' }],
  ] as const)('joins no case of another %s', async (_name, elsewhere) => {
    await opened('a');
    expect((await joined('b', elsewhere)).joined).toBeUndefined();
  });

  it('has one leader among 20 parallel openings that ask the same', async () => {
    const cases = await Promise.all(Array.from({ length: 20 }, (_, i) => joined(`p${i}`)));
    const leaders = cases.filter((one) => one.joined === undefined);
    expect(leaders).toHaveLength(1);
    expect(new Set(cases.flatMap((one) => one.joined ?? []))).toEqual(new Set([leaders[0]?.id]));
  });

  it('leaves nobody waiting behind a case that is answered while others join it', async () => {
    for (let round = 0; round < 5; round++) {
      const question = `Round ${round}?`;
      const leader = await opened(`r${round}`, { question });
      const answer = async (): Promise<void> => {
        const now = await one(leader.id);
        const others = await store.cases.joinedTo(tenant, leader.id);
        const event = { kind: 'answered', at: 2, by: clerk, text: 'Yes.' } as const;
        if (
          !(await store.cases.change(
            [now, ...others].map((each) => change(step(each, event))),
            2,
          ))
        )
          await answer();
      };
      await Promise.all([...[1, 2, 3, 4].map((n) => joined(`r${round}-${n}`, { question })), answer()]);
    }
    const behind = [];
    for (const each of await store.cases.ofCouncillor(tenant, 'councillor-1')) {
      const leader = each.joined === undefined ? undefined : await one(each.joined);
      if (each.state === 'waiting' && leader?.state === 'answered') behind.push(each.id);
    }
    expect(behind).toEqual([]);
  });

  it.each(['answered', 'needs_more', 'closed', 'withdrawn'] as const)(
    'refuses to let a case be %s without those that joined it',
    async (state) => {
      const leader = await opened('a');
      const follower = await joined('b');
      const [alone] = changesInto(state, leader);
      if (alone === undefined) throw new Error('There is no change.');
      expect(await store.cases.change([change(alone, outgoing(alone, 'answer'))], 2)).toBe(false);
      expect(await one('a')).toEqual(leader);
      const parted = step(follower, { kind: 'parted', at: 2, by: THE_CLOCK });
      const { joined: _leader, ...byItself } = parted;
      expect(await store.cases.change([change(alone), change(byItself as typeof parted)], 2)).toBe(true);
      expect((await one('b')).joined).toBeUndefined();
    },
  );

  it('stores a change, its messages and its timers together', async () => {
    const answered = step(await opened('a'), { kind: 'answered', at: 2, by: clerk, text: 'Yes.' });
    const timers = [{ tenant, caseId: 'a', kind: 'notice', due: 50 }] as const;
    const plan = { outgoing: [outgoing(answered, 'answer')], timers };
    expect(await store.cases.change([{ changed: answered, plan }], 2)).toBe(true);
    expect(await store.cases.byId(tenant, 'a')).toEqual(answered);
    expect(await waiting()).toBe(2);
    expect(await store.timers.claim(50, 60, 10)).toEqual(timers);
  });

  it('changes several cases in one go', async () => {
    const cases = [await opened('b'), await opened('a')];
    const changes = cases.map((each) => change(step(each), outgoing(step(each), 'answer')));
    expect(await store.cases.change(changes, 2)).toBe(true);
    expect([(await one('a')).version, (await one('b')).version]).toEqual([2, 2]);
    expect(await waiting()).toBe(4);
  });

  it('changes none of several cases when one was changed by somebody else', async () => {
    const cases = [await opened('a'), await opened('b')];
    await store.cases.change(
      cases.slice(1).map((each) => change(step(each))),
      2,
    );
    const changes = cases.map((each) => change(step(each), outgoing(step(each), 'answer')));
    expect(await store.cases.change(changes, 3)).toBe(false);
    expect((await one('a')).version).toBe(1);
    expect(await waiting()).toBe(2);
  });

  it('never blocks when the same cases are changed together in different orders', async () => {
    const cases = [await opened('a'), await opened('b'), await opened('c')];
    const tries = Array.from({ length: 12 }, (_, i) => {
      const order = i % 2 ? cases : cases.toReversed();
      return store.cases.change(
        order.map((each) => change(step(each), outgoing(step(each), 'answer'))),
        2,
      );
    });
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });

  it('refuses a change of a version that is no longer stored, and its messages', async () => {
    const first = await opened('a');
    await store.cases.change([change(step(first))], 2);
    const stale = step(first, { kind: 'taken', at: 3, by: clerk });
    expect(await store.cases.change([change(stale, outgoing(stale, 'answer'))], 3)).toBe(false);
    expect((await one('a')).state).toBe('waiting');
    expect(await waiting()).toBe(1);
  });

  it('refuses a change that leaves one out', async () => {
    const twoOn = step(step(await opened('a')));
    expect(await store.cases.change([change(twoOn)], 2)).toBe(false);
  });

  it('refuses a change in the name of another council', async () => {
    const next = step({ ...(await opened('a')), tenant: 'council-2' });
    expect(await store.cases.change([change(next)], 2)).toBe(false);
  });

  it('has one winner among 20 racers on one version', async () => {
    const first = await opened('a');
    const racers = Array.from({ length: 20 }, (_, i) =>
      step(first, { kind: 'taken', at: 2, by: { id: `clerk-${i}`, name: '' } }),
    );
    const won = await Promise.all(
      racers.map((racer, i) => store.cases.change([change(racer, outgoing(racer, 'answer', { id: `m${i}` }))], 2)),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await one('a')).toEqual(racers[won.indexOf(true)]);
    expect(await waiting()).toBe(2);
  });

  it('undoes a change whose messages cannot be stored', async () => {
    const first = await opened('a');
    const next = step(first);
    const ofNoCase = outgoing(next, 'clerk-card', { caseId: 'no such case' });
    await expect(store.cases.change([change(next, ofNoCase)], 2)).rejects.toThrow();
    expect(await one('a')).toEqual(first);
  });

  it('ignores a message that is already in the outbox', async () => {
    const next = step(await opened('a'));
    const twice = outgoing(next, 'answer');
    expect(await store.cases.change([change(next, twice, twice)], 2)).toBe(true);
    expect(await waiting()).toBe(2);
  });

  it('ends a message together with the change that it leads to', async () => {
    const next = step(await opened('a'));
    expect(await store.cases.change([change(next)], 2, 'a:1:clerk-post')).toBe(true);
    expect(await store.outbox.counts(10)).toEqual({ waiting: 0, parked: 1 });
  });

  it('changes nothing when the message that it would end has ended already', async () => {
    const first = await opened('a');
    await store.outbox.park('a:1:clerk-post', 2);
    expect(await store.cases.change([change(step(first))], 3, 'a:1:clerk-post')).toBe(false);
    expect(await one('a')).toEqual(first);
  });

  it('finds a case by its reference, whichever letters are capital', async () => {
    const first = await opened('a');
    expect(await store.cases.byReference(tenant, 'c-0001')).toEqual(first);
    expect(await store.cases.byReference(tenant, 'C-0001')).toEqual(first);
    expect(await store.cases.byReference(tenant, 'C-0002')).toBeUndefined();
  });

  it('shows no case to another council', async () => {
    await opened('a');
    await store.outbox.sent('a:1:clerk-post', 2, { address: 'v1:post' });
    const { cases } = store;
    expect(await cases.byId('council-2', 'a')).toBeUndefined();
    expect(await cases.byReference('council-2', 'C-0001')).toBeUndefined();
    expect(await cases.postOf('council-2', 'a')).toBeUndefined();
    expect(await cases.ofCouncillor('council-2', 'councillor-1')).toEqual([]);
    expect(await cases.waiting('council-2', 'clerk', 10)).toEqual([]);
    expect(await cases.posts('council-2')).toEqual([]);
    expect(await cases.posts(tenant)).toEqual([{ reference: 'C-0001', post: 'v1:post' }]);
    expect(await cases.countWaiting('council-2', 'clerk')).toBe(0);
    await cases.markOpened('council-2', 'a', 5);
    await cases.adoptPost('council-2', 'a', 'v1:stolen');
    expect((await one('a')).delivery).toEqual({ posted: 2 });
    expect(await cases.postOf(tenant, 'a')).toBe('v1:post');
    expect(await cases.questions('council-2', 10)).toEqual([]);
  });

  it('gives the words of the newest questions that have any', async () => {
    for (const question of ['One?', 'Two?', '', 'Three?', 'Four?'])
      await store.cases.open(newCase(`q${question}`, { question }), opening(1));
    expect(await store.cases.questions(tenant, 3)).toEqual(['Four?', 'Three?', 'Two?']);
  });

  it("lists a councillor's cases, newest first, at most a hundred, and nobody else's", async () => {
    for (let i = 1; i <= 102; i++) await opened(`p${i}`);
    await opened('x', { councillor: { id: 'councillor-2', name: 'Tom Reed' } });
    const mine = (await store.cases.ofCouncillor(tenant, 'councillor-1')).map(({ id }) => id);
    expect(mine).toEqual(Array.from({ length: 100 }, (_, i) => `p${102 - i}`));
  });

  it.each<[CaseState, boolean]>([
    ['waiting', true],
    ['taken', true],
    ['needs_more', false],
    ['answered', false],
    ['followed_up', true],
    ['not_delivered', true],
    ['closed', false],
    ['withdrawn', false],
  ])('a case in the state %s waits for the clerk: %s', async (state, waits) => {
    const first = await opened('a');
    for (const next of changesInto(state, first)) expect(await store.cases.change([change(next)], 2)).toBe(true);
    expect((await one('a')).state).toBe(state);
    expect(await store.cases.waiting(tenant, 'clerk', 10)).toHaveLength(waits ? 1 : 0);
    expect(await store.cases.countWaiting(tenant, 'clerk')).toBe(waits ? 1 : 0);
  });

  it('lists the cases of a desk that wait for the clerk, oldest first and no more than asked for, and a reopened one in its old place', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await opened(id);
    await opened('about the clerk', { desk: 'alternate' });
    const closed = step(await one('a'), { kind: 'closed', at: 2, by: clerk, why: 'advised' });
    await store.cases.change([change(closed)], 2);
    expect(await listed('clerk')).toEqual(['b', 'c', 'd']);
    await store.cases.change([change(step(closed, { kind: 'reopened', at: 3, by: clerk }))], 3);
    expect(await listed('clerk')).toEqual(['a', 'b', 'c']);
    expect(await store.cases.countWaiting(tenant, 'clerk')).toBe(4);
    expect(await listed('alternate')).toEqual(['about the clerk']);
  });

  it('does not list a case that is answered together with another, until it stands by itself', async () => {
    await opened('a', { question: 'May I film?' });
    const follower = await joined('b', { question: 'May I film?' });
    expect(await listed('clerk')).toEqual(['a']);
    expect(await store.cases.countWaiting(tenant, 'clerk')).toBe(1);
    const { joined: _leader, ...alone } = step(follower, { kind: 'parted', at: 2, by: THE_CLOCK });
    expect(await store.cases.change([change(alone as typeof follower & ReturnType<typeof step>)], 2)).toBe(true);
    expect(await listed('clerk')).toEqual(['a', 'b']);
  });

  it('remembers when a clerk looked at a case for the first time', async () => {
    await opened('a');
    await store.cases.markOpened(tenant, 'a', 5);
    await store.cases.markOpened(tenant, 'a', 6);
    expect((await one('a')).delivery).toEqual({ opened: 5 });
  });

  it('keeps the card that the clerk pressed as the one of the case', async () => {
    await opened('a');
    await store.outbox.sent('a:1:clerk-post', 2, { address: 'v1:post' });
    await store.cases.adoptPost(tenant, 'a', 'v1:copy');
    expect(await store.cases.postOf(tenant, 'a')).toBe('v1:copy');
  });

  async function opened(id: string, changes: Parameters<typeof newCase>[1] = {}): Promise<Case> {
    return (await store.cases.open(newCase(id, changes), opening(1))).case;
  }

  async function joined(id: string, changes: Parameters<typeof newCase>[1] = {}): Promise<Case> {
    const given = newCase(id, changes);
    const joins = (other: Case) => sameQuestion(other) && other.question === given.question;
    return (await store.cases.open(given, opening(1, { joins }))).case;
  }

  async function one(id: string): Promise<Case> {
    const found = await store.cases.byId(tenant, id);
    if (found === undefined) throw new Error(`There is no case ${id}.`);
    return found;
  }

  async function waiting(): Promise<number> {
    return (await store.outbox.counts(10)).waiting;
  }

  async function listed(desk: 'clerk' | 'alternate'): Promise<readonly string[]> {
    return (await store.cases.waiting(tenant, desk, 3)).map(({ id }) => id);
  }
}

function sameQuestion({ question, state }: Case): boolean {
  return state === 'waiting' && question !== 'Something else?';
}
