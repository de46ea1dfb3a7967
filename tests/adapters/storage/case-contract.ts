import type { Store } from '../../../src/app/ports';
import type { CaseState } from '../../../src/core/model';
import { changed, newCase, outgoing, tenant } from './samples';

/** What every engine must do with cases. */
export function caseContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('opens a case in the state waiting, at version 1, with one event', async () => {
    const draft = 'The mayor is wrong.';
    const { case: opened, created } = await store.cases.open(newCase('a', { draft }), 5000);
    expect(created).toBe(true);
    const { requestId, ...given } = newCase('a', { draft });
    expect(opened).toEqual({
      ...given,
      reference: 'C-0001',
      state: 'waiting',
      version: 1,
      events: [{ kind: 'opened', at: 5000, by: given.councillor }],
    });
    expect(await store.cases.byId(tenant, 'a')).toEqual(opened);
  });

  it('has no draft in a case that came without one', async () => {
    await store.cases.open(newCase('a'), 1);
    expect(await store.cases.byId(tenant, 'a')).not.toHaveProperty('draft');
  });

  it('puts the message to the clerk into the outbox with the case', async () => {
    await store.cases.open(newCase('a'), 5000);
    expect(await store.outbox.claim(4999, 6000, 10)).toEqual([]);
    expect(await store.outbox.claim(5000, 6000, 10)).toEqual([
      { id: 'a:1:clerk-post', tenant, caseId: 'a', kind: 'clerk-post', event: 0, attempts: 1 },
    ]);
  });

  it('counts references upward for each council by itself', async () => {
    const references = [];
    for (const [id, council] of [
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'x'],
    ] as const) {
      references.push((await store.cases.open(newCase(id, { tenant: council }), 1)).case.reference);
    }
    expect(references).toEqual(['C-0001', 'C-0001', 'C-0002']);
  });

  it('gives the stored case to a request that comes again', async () => {
    const first = await store.cases.open(newCase('a'), 1);
    const again = await store.cases.open(newCase('b', { requestId: 'request-a', question: 'Another?' }), 2);
    expect(again).toEqual({ case: first.case, created: false });
    expect((await store.cases.open(newCase('c'), 3)).case.reference).toBe('C-0002');
  });

  it('lets two councils use the same request id', async () => {
    await store.cases.open(newCase('a', { requestId: 'same' }), 1);
    const other = await store.cases.open(newCase('b', { requestId: 'same', tenant: 'council-2' }), 1);
    expect(other.created).toBe(true);
  });

  it('makes one case of 20 parallel openings with one request', async () => {
    const openings = await Promise.all(
      Array.from({ length: 20 }, (_, i) => store.cases.open(newCase(`p${i}`, { requestId: 'same' }), 1)),
    );
    expect(openings.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(openings.map((opening) => opening.case.id)).size).toBe(1);
    expect(await store.outbox.counts()).toEqual({ waiting: 1, parked: 0 });
  });

  it('gives 50 parallel openings 50 different references', async () => {
    const openings = await Promise.all(Array.from({ length: 50 }, (_, i) => store.cases.open(newCase(`p${i}`), 1)));
    expect(new Set(openings.map((opening) => opening.case.reference)).size).toBe(50);
  });

  it('keeps nothing of an opening that fails half-way', async () => {
    await store.cases.open(newCase('a'), 1);
    await expect(store.cases.open(newCase('a', { requestId: 'other' }), 1)).rejects.toThrow();
    expect((await store.cases.open(newCase('b'), 1)).case.reference).toBe('C-0002');
  });

  it('stores a change and its messages together', async () => {
    const { case: opened } = await store.cases.open(newCase('a'), 1);
    const by = { id: 'clerk-1', name: 'Ann Clerk' };
    const answered = changed(opened, {
      state: 'answered',
      events: [...opened.events, { kind: 'answered', at: 2, by, text: 'Yes.' }],
    });
    expect(await store.cases.change(answered, [outgoing(answered, 'answer')], 2)).toBe(true);
    expect(await store.cases.byId(tenant, 'a')).toEqual(answered);
    expect(await store.outbox.counts()).toEqual({ waiting: 2, parked: 0 });
  });

  it.each([
    ['the stored version', 0],
    ['a version too far on', 2],
  ])('refuses a change that carries %s, and its messages', async (_name, step) => {
    const { case: opened } = await store.cases.open(newCase('a'), 1);
    const stale = { ...opened, version: opened.version + step, question: 'Changed' };
    expect(await store.cases.change(stale, [outgoing(stale, 'answer')], 2)).toBe(false);
    expect(await store.cases.byId(tenant, 'a')).toEqual(opened);
    expect(await store.outbox.counts()).toEqual({ waiting: 1, parked: 0 });
  });

  it('refuses a change in the name of another council', async () => {
    const { case: opened } = await store.cases.open(newCase('a'), 1);
    expect(await store.cases.change(changed(opened, { tenant: 'council-2' }), [], 2)).toBe(false);
  });

  it('has one winner among 20 racers on one version', async () => {
    const { case: opened } = await store.cases.open(newCase('a'), 1);
    const racers = Array.from({ length: 20 }, (_, i) => changed(opened, { question: `racer ${i}` }));
    const won = await Promise.all(
      racers.map((racer) => store.cases.change(racer, [{ ...outgoing(racer, 'answer'), id: racer.question }], 2)),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await store.cases.byId(tenant, 'a'))?.question).toBe(racers[won.indexOf(true)]?.question);
    expect(await store.outbox.counts()).toEqual({ waiting: 2, parked: 0 });
  });

  it('undoes a change whose messages cannot be stored', async () => {
    const { case: opened } = await store.cases.open(newCase('a'), 1);
    const next = changed(opened, { state: 'closed' });
    const ofNoCase = { ...outgoing(next, 'clerk-card'), caseId: 'no such case' };
    await expect(store.cases.change(next, [ofNoCase], 2)).rejects.toThrow();
    expect(await store.cases.byId(tenant, 'a')).toEqual(opened);
  });

  it('ignores a message that is already in the outbox', async () => {
    const { case: opened } = await store.cases.open(newCase('a'), 1);
    const next = changed(opened);
    const twice = outgoing(next, 'answer');
    expect(await store.cases.change(next, [twice, twice], 2)).toBe(true);
    expect(await store.outbox.counts()).toEqual({ waiting: 2, parked: 0 });
  });

  it('finds a case by its reference, whichever letters are capital', async () => {
    const { case: opened } = await store.cases.open(newCase('a'), 1);
    expect(await store.cases.byReference(tenant, 'c-0001')).toEqual(opened);
    expect(await store.cases.byReference(tenant, 'C-0001')).toEqual(opened);
    expect(await store.cases.byReference(tenant, 'C-0002')).toBeUndefined();
  });

  it('shows no case to another council', async () => {
    await store.cases.open(newCase('a'), 1);
    expect(await store.cases.byId('council-2', 'a')).toBeUndefined();
    expect(await store.cases.byReference('council-2', 'C-0001')).toBeUndefined();
    expect(await store.cases.postOf('council-2', 'a')).toBeUndefined();
    expect(await store.cases.ofCouncillor('council-2', 'councillor-1')).toEqual([]);
    expect(await store.cases.unfinished('council-2')).toEqual([]);
    expect(await store.cases.questions('council-2', 10)).toEqual([]);
  });

  it('gives the words of the newest questions that have any', async () => {
    for (const question of ['One?', 'Two?', '', 'Three?', 'Four?'])
      await store.cases.open(newCase(`q${question}`, { question }), 1);
    expect(await store.cases.questions(tenant, 3)).toEqual(['Four?', 'Three?', 'Two?']);
  });

  it("lists a councillor's cases, newest first, and nobody else's", async () => {
    for (const id of ['a', 'b', 'c']) await store.cases.open(newCase(id), 1);
    await store.cases.open(newCase('d', { councillor: { id: 'councillor-2', name: 'Mary Poole' } }), 1);
    expect((await store.cases.ofCouncillor(tenant, 'councillor-1')).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it.each<[CaseState, boolean]>([
    ['waiting', true],
    ['answered', true],
    ['followed_up', true],
    ['closed', false],
    ['withdrawn', false],
  ])('a case in the state %s is unfinished: %s', async (state, unfinished) => {
    const { case: opened } = await store.cases.open(newCase('a'), 1);
    await store.cases.change(changed(opened, { state }), [], 2);
    expect(await store.cases.unfinished(tenant)).toHaveLength(unfinished ? 1 : 0);
  });

  it('lists unfinished cases, oldest first, and a reopened one in its old place', async () => {
    for (const id of ['a', 'b', 'c']) await store.cases.open(newCase(id), 1);
    const first = await store.cases.byReference(tenant, 'C-0001');
    if (first === undefined) throw new Error('The first case is missing');
    const closed = changed(first, { state: 'closed' });
    await store.cases.change(closed, [], 2);
    expect((await store.cases.unfinished(tenant)).map(({ id }) => id)).toEqual(['b', 'c']);
    await store.cases.change(changed(closed, { state: 'waiting' }), [], 3);
    expect((await store.cases.unfinished(tenant)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
}
