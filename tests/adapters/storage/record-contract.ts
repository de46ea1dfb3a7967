import type { Store } from '../../../src/app/ports';
import type { AccessEntry } from '../../../src/core/records/access-entry';
import { ANN, CANARY, COUNCIL_ID, closedCase, MARY, openedCase, stepped, wipings } from './record-samples';

const NEVER = { outbox: 0, accessLog: 0, passing: 0 };

/** What every engine must do with retention, holds, erasure and the access log. */
export function recordContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const entry = (action: AccessEntry['action'], more: Partial<AccessEntry> = {}): AccessEntry => ({
    at: 5,
    by: ANN,
    action,
    caseId: 'a',
    reference: 'C-0001',
    ...more,
  });
  const ofCase = (id = 'a', tenant = COUNCIL_ID) => store.access.ofCases(tenant, [id], 10);

  describe('the access log', () => {
    it('gives what was added, newest first and no more than asked for', async () => {
      const entries = [entry('opened'), entry('held', { why: 'a request' }), entry('exported', { at: 1 })];
      await store.access.add(COUNCIL_ID, entries);
      expect(await ofCase()).toEqual(entries.toReversed());
      expect(await store.access.ofCases(COUNCIL_ID, ['a'], 2)).toEqual(entries.toReversed().slice(0, 2));
    });

    it('tells what one person did, with a line that is about no case', async () => {
      const { caseId: _id, reference: _reference, ...general } = entry('exported');
      await store.access.add(COUNCIL_ID, [entry('opened', { by: MARY }), general]);
      expect(await store.access.ofPerson(COUNCIL_ID, ANN.id, 10)).toEqual([general]);
    });

    it('finds nothing of no cases, and nothing of another council', async () => {
      await store.access.add(COUNCIL_ID, [entry('opened')]);
      expect(await store.access.ofCases(COUNCIL_ID, [], 10)).toEqual([]);
      expect(await ofCase('a', 'council-2')).toEqual([]);
      expect(await store.access.ofPerson('council-2', ANN.id, 10)).toEqual([]);
    });

    it('keeps every line of 20 that are added at once', async () => {
      await Promise.all(Array.from({ length: 20 }, () => store.access.add(COUNCIL_ID, [entry('opened')])));
      expect(await store.access.ofCases(COUNCIL_ID, ['a'], 100)).toHaveLength(20);
    });
  });

  describe('a hold', () => {
    const hold = { held: true, entry: entry('held', { why: 'a request' }) };
    const release = { held: false, entry: entry('released', { why: 'answered' }) };

    it('is set and ended, each with its line in the log', async () => {
      await openedCase(store, 'a');
      expect(await store.cases.setHold(COUNCIL_ID, 'a', hold)).toBe(true);
      expect(await store.cases.byId(COUNCIL_ID, 'a')).toMatchObject({ held: true, version: 1 });
      expect(await store.cases.setHold(COUNCIL_ID, 'a', release)).toBe(true);
      expect(await store.cases.byId(COUNCIL_ID, 'a')).not.toHaveProperty('held');
      expect(await ofCase()).toEqual([release.entry, hold.entry]);
    });

    it.each([
      ['is there already', [hold, hold], [hold.entry]],
      ['was never set', [release], []],
    ])('changes and notes nothing when it %s', async (_, asked, noted) => {
      await openedCase(store, 'a');
      const done = [];
      for (const one of asked) done.push(await store.cases.setHold(COUNCIL_ID, 'a', one));
      expect(done.at(-1)).toBe(false);
      expect(await ofCase()).toEqual(noted);
    });

    it('is not for another council', async () => {
      await openedCase(store, 'a');
      expect(await store.cases.setHold('council-2', 'a', hold)).toBe(false);
      expect(await store.cases.byId(COUNCIL_ID, 'a')).not.toHaveProperty('held');
    });

    it('is not for a case whose words are gone', async () => {
      await store.records.wipe(wipings([await closedCase(store, 'a')], 200), 200);
      expect(await store.cases.setHold(COUNCIL_ID, 'a', hold)).toBe(false);
    });
  });

  describe('cases that ended', () => {
    const ended = async (before: number, limit = 10, tenant = COUNCIL_ID) =>
      (await store.records.ended(tenant, before, limit)).map(({ id }) => id);

    it('are found by the moment, longest ago first, and only as many as asked for', async () => {
      await closedCase(store, 'late', { at: 300 });
      await closedCase(store, 'early', { at: 100 });
      await closedCase(store, 'middle', { at: 200 });
      expect(await ended(300)).toEqual(['early', 'middle']);
      expect(await ended(301, 2)).toEqual(['early', 'middle']);
      expect(await ended(301, 10, 'council-2')).toEqual([]);
    });

    it('are not those that are open, opened again, on hold or without words', async () => {
      await openedCase(store, 'open');
      await stepped(store, await closedCase(store, 'again'), { kind: 'reopened', at: 150, by: MARY });
      await closedCase(store, 'held');
      await store.cases.setHold(COUNCIL_ID, 'held', { held: true, entry: entry('held') });
      await store.records.wipe(wipings([await closedCase(store, 'wiped')], 200), 200);
      await closedCase(store, 'found');
      expect(await ended(1000)).toEqual(['found']);
    });
  });

  describe('removing the words of a case', () => {
    it('leaves reference, states and times, and nothing that was typed or that anybody is called', async () => {
      const before = await closedCase(store, 'a');
      await store.cases.setHold(COUNCIL_ID, 'a', { held: true, entry: entry('held', { why: 'about the canary' }) });
      await store.cases.setHold(COUNCIL_ID, 'a', { held: false, entry: entry('released', { why: 'canary' }) });
      const done = await store.records.wipe(wipings([before], 500), 500, ANN);
      const after = await store.cases.byId(COUNCIL_ID, 'a');
      expect(done).toEqual([after]);
      expect(after).toMatchObject({
        reference: 'C-0001',
        state: 'closed',
        version: 5,
        wiped: 500,
        nearest: ['golden-rule'],
      });
      expect(after?.events.map(({ kind, at }) => [kind, at])).toEqual(before.events.map(({ kind, at }) => [kind, at]));
      expect(JSON.stringify(after)).not.toMatch(CANARY);
      expect(await store.cases.ofCouncillor(COUNCIL_ID, MARY.id)).toEqual([]);
      expect((await ofCase()).map(({ action, why, by }) => [action, why, by])).toEqual([
        ['erased', undefined, ANN],
        ['released', undefined, ANN],
        ['held', undefined, ANN],
      ]);
    });

    it('takes its messages with it, and puts the card in the channel in their place', async () => {
      const before = await closedCase(store, 'a');
      expect(await store.records.messagesTo(COUNCIL_ID, MARY.id)).toHaveLength(1);
      await store.records.wipe(wipings([before], 500), 500);
      expect(await store.records.messagesTo(COUNCIL_ID, MARY.id)).toEqual([]);
      expect(await store.outbox.claim(500, 600, 10)).toMatchObject([
        { kind: 'clerk-card', caseId: 'a', target: 'channel' },
      ]);
    });

    it('lets a message be that is being sent in this moment', async () => {
      const before = await closedCase(store, 'a');
      await store.outbox.claim(500, 600, 1);
      await store.records.wipe(wipings([before], 550), 550);
      expect(await store.outbox.counts(550)).toMatchObject({ waiting: 2 });
    });

    it('notes nobody when time alone did it', async () => {
      await store.records.wipe(wipings([await closedCase(store, 'a')], 500), 500);
      expect(await ofCase()).toEqual([]);
    });

    it.each([
      [
        'was opened again',
        async (one: Awaited<ReturnType<typeof closedCase>>) =>
          void (await stepped(store, one, { kind: 'reopened', at: 150, by: MARY })),
      ],
      [
        'was changed',
        async (one: Awaited<ReturnType<typeof closedCase>>) =>
          void (await stepped(store, one, { kind: 'noted', at: 150, by: ANN, text: 'x' })),
      ],
      [
        'was put on hold',
        async () => void (await store.cases.setHold(COUNCIL_ID, 'a', { held: true, entry: entry('held') })),
      ],
      [
        'lost its words',
        async (one: Awaited<ReturnType<typeof closedCase>>) =>
          void (await store.records.wipe(wipings([one], 400), 400)),
      ],
    ])('does nothing to one that %s meanwhile', async (_, meanwhile) => {
      const one = await closedCase(store, 'a');
      await meanwhile(one);
      const before = await store.cases.byId(COUNCIL_ID, 'a');
      expect(await store.records.wipe(wipings([one], 500), 500, ANN)).toEqual([]);
      expect(await store.cases.byId(COUNCIL_ID, 'a')).toEqual(before);
    });

    it('does nothing to one that is open, or in the name of another council', async () => {
      const open = await openedCase(store, 'open');
      const closed = await closedCase(store, 'closed');
      const elsewhere = { ...closed, tenant: 'council-2' };
      expect(await store.records.wipe(wipings([open, elsewhere], 500), 500)).toEqual([]);
      expect(await store.cases.byId(COUNCIL_ID, 'closed')).toEqual(closed);
    });

    it('is final: a step that was taken from the case as it was is refused', async () => {
      const one = await closedCase(store, 'a');
      await store.records.wipe(wipings([one], 500), 500);
      await expect(stepped(store, one, { kind: 'reopened', at: 501, by: MARY })).rejects.toThrow(
        'could not be reopened',
      );
    });
  });

  describe('what is only passing', () => {
    beforeEach(async () => {
      const one = await closedCase(store, 'a');
      await store.outbox.sent('a:message', 50, {});
      await store.outbox.park('a-told:message', 60);
      await stepped(store, one, { kind: 'noted', at: 150, by: ANN, text: 'x' });
      await store.access.add(COUNCIL_ID, [entry('opened', { at: 50 }), entry('opened', { at: 60 })]);
      for (const at of [50, 60]) await store.seen.firstSight(`key-${at}`, at);
    });

    it('goes when it is older than it is kept, and what it would be is counted before', async () => {
      const since = { outbox: 60, accessLog: 60, passing: 60 };
      expect(await store.records.clearable(COUNCIL_ID, since)).toBe(3);
      expect(await store.records.clear(COUNCIL_ID, since, 100)).toBe(3);
      expect(await store.records.clear(COUNCIL_ID, since, 100)).toBe(0);
      expect((await store.outbox.parked(COUNCIL_ID)).map(({ id }) => id)).toEqual(['a-told:message']);
      expect((await ofCase()).map(({ at }) => at)).toEqual([60]);
      expect(await store.seen.firstSight('key-60', 61)).toBe(false);
      expect(await store.seen.firstSight('key-50', 61)).toBe(true);
    });

    it('goes a few at a time', async () => {
      const since = { outbox: 1000, accessLog: 1000, passing: 1000 };
      const removed = [];
      for (let i = 0; i < 3; i++) removed.push(await store.records.clear(COUNCIL_ID, since, 1));
      expect(removed).toEqual([3, 3, 0]);
    });

    it('stays while it is young, while it waits to be sent, and where it belongs to another council', async () => {
      await openedCase(store, 'b');
      expect(await store.records.clear(COUNCIL_ID, NEVER, 100)).toBe(0);
      expect(await store.records.clear('council-2', { ...NEVER, outbox: 1000, accessLog: 1000 }, 100)).toBe(0);
      await store.records.clear(COUNCIL_ID, { ...NEVER, outbox: 1000 }, 100);
      expect(await store.outbox.counts(1000)).toMatchObject({ waiting: 2, parked: 0 });
    });

    it('a link code and a pause go once they are over', async () => {
      await store.desk.saveLinkCode(COUNCIL_ID, 'hash', 900);
      await store.records.clear(COUNCIL_ID, { ...NEVER, passing: 900 }, 1);
      expect(await store.desk.tryLinkCode(COUNCIL_ID, 'hash', 1)).toBe(true);
      await store.records.clear(COUNCIL_ID, { ...NEVER, passing: 901 }, 1);
      expect(await store.desk.tryLinkCode(COUNCIL_ID, 'hash', 1)).toBe(false);
    });
  });

  it('shows every case of a council once, page by page', async () => {
    for (const id of ['a', 'b', 'c']) await openedCase(store, id);
    await openedCase(store, 'elsewhere', { tenant: 'council-2' });
    const first = await store.records.page(COUNCIL_ID, '', 2);
    const second = await store.records.page(COUNCIL_ID, first.at(-1)?.reference ?? '', 2);
    expect([first, second].map((page) => page.map(({ id }) => id))).toEqual([['a', 'b'], ['c']]);
  });

  it('forgets what a person chose, and nobody else’s choice', async () => {
    for (const id of [MARY.id, ANN.id]) await store.people.setTextOnly(COUNCIL_ID, id, true);
    await store.outbox.pause(COUNCIL_ID, `to:${MARY.id}`, 1000);
    await store.records.forgetPerson(COUNCIL_ID, MARY.id);
    expect(await store.people.textOnly(COUNCIL_ID, MARY.id)).toBe(false);
    expect(await store.people.textOnly(COUNCIL_ID, ANN.id)).toBe(true);
    await openedCase(store, 'a');
    expect((await store.outbox.claim(2, 3, 10)).map(({ id }) => id)).toContain('a-told:message');
  });
}
