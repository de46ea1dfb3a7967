import type { ClerkChannel, Store } from '../../../src/app/ports';
import { newCase, opening, tenant } from './samples';

const day = 24 * 60 * 60 * 1000;

/** What every engine must do with the clerk's channel, link codes, people's choices, keys already seen, and text of every kind. */
export function deskContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('keeps one clerk channel for each council; a new link replaces it', async () => {
    const channel: ClerkChannel = {
      address: 'v1:channel',
      conversation: '19:abc',
      linkedBy: { id: 'owner', name: 'Olive Owner' },
      clerkIds: ['clerk-1', 'clerk-2'],
    };
    expect(await store.desk.clerkChannel(tenant)).toBeUndefined();
    await store.desk.linkChannel(tenant, channel, 1);
    expect(await store.desk.clerkChannel(tenant)).toEqual(channel);
    const moved = { ...channel, address: 'v1:other', clerkIds: [] };
    await store.desk.linkChannel(tenant, moved, 2);
    expect(await store.desk.clerkChannel(tenant)).toEqual(moved);
    expect(await store.desk.clerkChannel('council-2')).toBeUndefined();
  });

  it('accepts the right link code until it expires or is spent', async () => {
    await store.desk.saveLinkCode(tenant, 'right', 100);
    expect(await store.desk.tryLinkCode(tenant, 'right', 99)).toBe(true);
    expect(await store.desk.tryLinkCode(tenant, 'right', 99)).toBe(true);
    expect(await store.desk.tryLinkCode('council-2', 'right', 99)).toBe(false);
    expect(await store.desk.tryLinkCode(tenant, 'right', 100)).toBe(false);
    await store.desk.spendLinkCode(tenant);
    expect(await store.desk.tryLinkCode(tenant, 'right', 99)).toBe(false);
  });

  it.each([
    [4, true],
    [5, false],
  ])('after %i wrong tries the right link code counts: %s', async (tries, counts) => {
    await store.desk.saveLinkCode(tenant, 'right', 100);
    await Promise.all(Array.from({ length: tries }, () => store.desk.tryLinkCode(tenant, 'wrong', 1)));
    expect(await store.desk.tryLinkCode(tenant, 'right', 1)).toBe(counts);
  });

  it('replaces an earlier link code and forgets its wrong tries', async () => {
    await store.desk.saveLinkCode(tenant, 'old', 100);
    for (let i = 0; i < 4; i++) await store.desk.tryLinkCode(tenant, 'wrong', 1);
    await store.desk.saveLinkCode(tenant, 'new', 100);
    expect(await store.desk.tryLinkCode(tenant, 'old', 1)).toBe(false);
    expect(await store.desk.tryLinkCode(tenant, 'new', 1)).toBe(true);
  });

  it('remembers who wants text only, until they change their mind', async () => {
    expect(await store.people.textOnly(tenant, 'p')).toBe(false);
    await store.people.setTextOnly(tenant, 'p', true);
    expect(await store.people.textOnly(tenant, 'p')).toBe(true);
    expect(await store.people.textOnly('council-2', 'p')).toBe(false);
    await store.people.setTextOnly(tenant, 'p', false);
    expect(await store.people.textOnly(tenant, 'p')).toBe(false);
  });

  it('sees a key for the first time once, also among 20 parallel showings', async () => {
    const sights = await Promise.all(Array.from({ length: 20 }, () => store.seen.firstSight('k', 1)));
    expect(sights.filter(Boolean)).toHaveLength(1);
    expect(await store.seen.firstSight('other', 1)).toBe(true);
  });

  it('remembers a key for seven days and forgets it when a later one comes', async () => {
    await store.seen.firstSight('k', 0);
    expect(await store.seen.firstSight('new', 7 * day)).toBe(true);
    expect(await store.seen.firstSight('k', 7 * day)).toBe(false);
    expect(await store.seen.firstSight('newer', 7 * day + 1)).toBe(true);
    expect(await store.seen.firstSight('k', 7 * day + 1)).toBe(true);
  });

  it.each([
    ['a NUL', 'a\0b', 'ab'],
    ['half of a surrogate pair', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['an emoji', '\u{1F600}', '\u{1F600}'],
    ['quotation marks and a backslash', `'"\\; drop table cases`, `'"\\; drop table cases`],
    ['a megabyte', 'é'.repeat(500_000), 'é'.repeat(500_000)],
  ])('keeps text with %s the same way in every column', async (_name, given, kept) => {
    const by = { id: 'p', name: given };
    const { case: opened } = await store.cases.open(
      newCase('a', { question: given, draft: given, nearest: [given], councillor: by }),
      opening(1),
    );
    expect(opened.question).toBe(kept);
    expect(opened.events).toEqual([{ kind: 'opened', at: 1, by: { id: 'p', name: kept } }]);
    const found = await store.cases.byId(tenant, 'a');
    expect(found).toEqual(opened);
    expect(found).toMatchObject({ draft: kept, nearest: [kept], councillor: { name: kept } });
  });

  it('lets 200 parallel calls queue up', async () => {
    const calls = Array.from({ length: 50 }, (_, i) => [
      store.cases.open(newCase(`p${i}`), opening(1)),
      store.seen.firstSight(`k${i}`, 1),
      store.outbox.claim(2, 3, 1),
      store.cases.waiting(tenant, 'clerk', 100),
    ]);
    await Promise.all(calls.flat());
    expect(await store.cases.waiting(tenant, 'clerk', 100)).toHaveLength(50);
  });
}
