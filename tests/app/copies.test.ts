import { copyOfPerson } from '../../src/app/collect-copy';
import { erasePerson, planErasure } from '../../src/app/erase-person';
import { findPeople } from '../../src/app/find-person';
import type { Store } from '../../src/app/ports';
import { THE_CLOCK } from '../../src/core/cases/case';
import { copyAsJson } from '../../src/core/records/record-copy';
import {
  ANN,
  askedCase,
  CANARY,
  COUNCIL_ID,
  closedCase,
  linkChannelOf,
  MARY,
  openedCase,
  stepped,
} from '../adapters/storage/record-samples';
import { newGuidance } from '../adapters/storage/samples';
import { openStoreAndRows } from './all-rows';
import { COUNCIL } from './rig';

const TOM = { id: 'id-tom', name: 'Tom Other' };
const ADMIN = { id: 'account:it', name: 'the account it' };
const AT = 1_000_000;

describe('everything about one person', () => {
  let store: Store;
  let rows: Awaited<ReturnType<typeof openStoreAndRows>>['rows'];
  beforeEach(async () => {
    ({ store, rows } = await openStoreAndRows());
  });
  afterEach(() => store.close());

  /** Mary asked, and also did something at the desk for somebody else; Tom asked too. */
  async function fillTables(): Promise<void> {
    await closedCase(store, 'mary-closed');
    await openedCase(store, 'mary-open');
    const toms = await openedCase(store, 'tom', { councillor: TOM, question: 'A private matter of Tom?' });
    await stepped(store, toms, { kind: 'answered', at: 5, by: MARY, text: 'An answer for Tom.' });
    await store.people.setTextOnly(COUNCIL_ID, MARY.id, true);
    const about = { caseId: 'mary-closed', reference: 'C-0001' };
    await store.access.add(COUNCIL_ID, [
      { at: 6, by: ANN, action: 'opened', ...about },
      { at: 7, by: MARY, action: 'opened', caseId: 'tom', reference: 'C-0003' },
    ]);
    await linkChannelOf(store, MARY);
    await store.guidance.save(newGuidance('saved', { tenant: COUNCIL_ID, by: MARY }));
    await store.guidance.save(newGuidance('saved', { tenant: COUNCIL_ID, by: ANN, version: 2 }));
    await openedCase(store, 'elsewhere', { tenant: 'council-2' });
  }

  const copy = async (person = MARY) =>
    copyAsJson(await copyOfPerson(COUNCIL_ID, person, { store, council: COUNCIL.name, at: AT, by: ADMIN }));

  it('a copy holds every row that mentions the person', async () => {
    await fillTables();
    const mentions = (await rows()).filter(({ text }) => text.includes(MARY.id) && text.includes(COUNCIL_ID));
    const made = await copy();
    const missing = mentions.filter(({ table, text }) => !isIn(made, table, text));
    expect([...new Set(mentions.map(({ table }) => table))].sort()).toEqual(
      ['access_log', 'cases', 'clerk_channels', 'guidance_versions', 'outbox', 'people'].sort(),
    );
    expect(missing).toEqual([]);
  });

  it('a copy holds no words of anybody else', async () => {
    await fillTables();
    const made = await copy();
    for (const words of ['A private matter of Tom?', 'An answer for Tom.', TOM.id, TOM.name, 'elsewhere'])
      expect(made).not.toContain(words);
  });

  it('a copy tells nothing of a question about the clerk, and tells it to the person named for such questions', async () => {
    const chair = { id: 'id-chair', name: 'The Chair' };
    const own = await openedCase(store, 'about-clerk', { desk: 'alternate' });
    await stepped(store, own, { kind: 'answered', at: 5, by: chair, text: 'An answer from the chair.' });
    await openedCase(store, 'about-bins');
    const entry = { at: 6, by: chair, action: 'opened', caseId: own.id, reference: own.reference } as const;
    await store.access.add(COUNCIL_ID, [entry]);
    for (const made of [await copy(), await copy(chair)]) {
      expect(made).not.toContain('about-clerk');
      expect(made).not.toContain(own.reference);
    }
    expect(await copy()).toContain('about-bins');
    const parts = { store, council: COUNCIL.name, at: AT, by: ADMIN, forAlternate: true };
    expect(copyAsJson(await copyOfPerson(COUNCIL_ID, MARY, parts))).toContain('An answer from the chair.');
    expect(await copyOfPerson(COUNCIL_ID, chair, parts)).toMatchObject({
      person: { deeds: [{ reference: own.reference }], looked: [{ caseId: own.id }] },
    });
  });

  it('a copy does not tell that somebody else asked the same', async () => {
    await openedCase(store, 'tom', { councillor: TOM });
    const { case: own } = await store.cases.open(askedCase('mary'), {
      at: 2,
      joins: () => true,
      plan: () => ({ outgoing: [], timers: [] }),
    });
    expect(own.joined).toBe('tom');
    const waits = await copyOfPerson(COUNCIL_ID, MARY, { store, council: COUNCIL.name, at: AT, by: ADMIN });
    const parted = await stepped(store, own, { kind: 'parted', at: 3, by: THE_CLOCK });
    const answered = await stepped(store, parted, { kind: 'answered', at: 4, by: ANN, text: 'Yes.' });
    await stepped(store, answered, { kind: 'not_delivered', at: 5, by: THE_CLOCK, event: 2 });
    const stands = await copyOfPerson(COUNCIL_ID, MARY, { store, council: COUNCIL.name, at: AT, by: ADMIN });
    for (const made of [waits, stands]) expect(copyAsJson(made)).not.toMatch(/joined|parted|"tom"/u);
    const events = stands.cases[0]?.events ?? [];
    expect(events.map(({ kind }) => kind)).toEqual(['opened', 'answered', 'not_delivered']);
    expect(events[2]).toMatchObject({ event: 1 });
  });

  it('each copy is noted for each case, and for a person without one', async () => {
    await fillTables();
    await copy();
    await copy(ANN);
    const noted = await store.access.ofPerson(COUNCIL_ID, ADMIN.id, 10);
    expect(noted.map(({ action, reference }) => [action, reference])).toEqual([
      ['exported', undefined],
      ['exported', 'C-0002'],
      ['exported', 'C-0001'],
    ]);
  });

  it('is found by the id and by the name, whichever letters are capital, and not by a part of it', async () => {
    await fillTables();
    for (const wanted of [MARY.id, MARY.name, MARY.name.toUpperCase()])
      expect(await findPeople(COUNCIL_ID, wanted, store)).toEqual([MARY]);
    expect(await findPeople(COUNCIL_ID, 'Mary', store)).toEqual([]);
  });

  it('of two people with one name is offered as two', async () => {
    await fillTables();
    await openedCase(store, 'namesake', { councillor: { id: 'id-namesake', name: MARY.name } });
    expect((await findPeople(COUNCIL_ID, MARY.name, store)).map(({ id }) => id)).toEqual([MARY.id, 'id-namesake']);
  });

  it.each<readonly [string, (id: string) => Promise<void>]>([
    ['looked at a case', (id) => store.access.add(COUNCIL_ID, [{ at: 1, by: { id, name: 'N' }, action: 'opened' }])],
    [
      'saved an answer',
      async (id) => void (await store.guidance.save(newGuidance('g', { tenant: COUNCIL_ID, by: { id, name: 'N' } }))),
    ],
    ['chose a setting', (id) => store.people.setTextOnly(COUNCIL_ID, id, true)],
    ['may answer', (id) => linkChannelOf(store, ANN, [id])],
  ])('is found by the id of somebody who never asked and only %s', async (_, act) => {
    expect(await findPeople(COUNCIL_ID, 'id-quiet', store)).toEqual([]);
    await act('id-quiet');
    expect(await findPeople(COUNCIL_ID, 'id-quiet', store)).toMatchObject([{ id: 'id-quiet' }]);
  });

  it('is gone from every table after it was erased', async () => {
    await closedCase(store, 'a');
    await closedCase(store, 'b');
    await store.people.setTextOnly(COUNCIL_ID, MARY.id, true);
    await store.outbox.claim(AT, AT + 1, 10);
    await store.outbox.pause(COUNCIL_ID, `to:${MARY.id}`, AT);
    const named = (await rows()).filter(({ text }) => CANARY.test(text)).map(({ table }) => table);
    expect([...new Set(named)].sort()).toEqual(['cases', 'outbox', 'pauses', 'people', 'tries']);
    expect((await rows()).filter(({ text }) => CANARY.test(text)).length).toBeGreaterThan(4);
    const erased = await erasePerson(COUNCIL_ID, MARY, { store, at: AT + 1, by: ADMIN });
    expect(erased.map(({ id }) => id)).toEqual(['a', 'b']);
    expect((await rows()).filter(({ text }) => CANARY.test(text))).toEqual([]);
  });

  it('stays where it is on hold or open, and the plan says so', async () => {
    await fillTables();
    const held = await closedCase(store, 'held');
    const entry = { at: 8, by: ANN, action: 'held', caseId: 'held', reference: held.reference } as const;
    await store.cases.setHold(COUNCIL_ID, 'held', { held: true, entry });
    const plan = await planErasure(COUNCIL_ID, MARY, store);
    expect(plan.erasable.map(({ id }) => id)).toEqual(['mary-closed']);
    expect(plan.held.map(({ id }) => id)).toEqual(['held']);
    expect(plan.open.map(({ id }) => id)).toEqual(['mary-open']);
    expect(plan.deeds).toBeGreaterThanOrEqual(2);
    await erasePerson(COUNCIL_ID, MARY, { store, at: AT, by: ADMIN });
    expect(await store.cases.byId(COUNCIL_ID, 'held')).toEqual({ ...held, held: true });
    expect(await store.cases.byId(COUNCIL_ID, 'mary-open')).toMatchObject({ councillor: MARY });
  });
});

/** Whether a copy shows what a row says. Rows of the outbox go by their id, those about the person alone by what they say. */
function isIn(copy: string, table: string, row: string): boolean {
  const read = JSON.parse(copy);
  const stored = JSON.parse(row);
  const { person, cases, access } = read;
  switch (table) {
    case 'cases':
      return [...cases, ...person.deeds].some(({ reference }) => reference === stored.reference);
    case 'outbox':
      return person.messages.some(({ id }: { readonly id: string }) => id === stored.id);
    case 'access_log':
      return [...access, ...person.looked].some(
        ({ reference, action }) => reference === stored.reference && action === stored.action,
      );
    case 'people':
      return person.settings.textOnly === (stored.text_only === 1);
    case 'guidance_versions':
      return person.saved.some(({ version }: { readonly version: number }) => version === stored.version);
    case 'clerk_channels':
      return person.clerkChannel.linkedIt && person.clerkChannel.mayAnswer;
    default:
      return false;
  }
}
