import type { Store } from '../../../src/app/ports';
import type { GuidanceState } from '../../../src/core/guidance/guidance';
import { newGuidance, tenant } from './samples';

/** What every engine must do with the clerk's saved answers. */
export function guidanceContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('gives a new answer the next reference and keeps every word of it', async () => {
    const saved = await store.guidance.save(newGuidance('a'));
    expect(saved).toEqual({ ...newGuidance('a'), reference: 'G-0001' });
    expect(await store.guidance.byId(tenant, 'a')).toEqual(saved);
    expect(await store.guidance.byReference(tenant, 'g-0001')).toEqual(saved);
    expect((await store.guidance.save(newGuidance('b')))?.reference).toBe('G-0002');
  });

  it('leaves out what was not given', async () => {
    const { passage: _passage, caseId: _caseId, ...bare } = newGuidance('a');
    expect(await store.guidance.save(bare)).toEqual({ ...bare, reference: 'G-0001' });
  });

  it('saves a new answer once, and numbers the next one without a gap', async () => {
    const first = await store.guidance.save(newGuidance('a'));
    expect(await store.guidance.save(newGuidance('a', { answer: 'No.' }))).toBeUndefined();
    expect(await store.guidance.byId(tenant, 'a')).toEqual(first);
    expect((await store.guidance.save(newGuidance('b')))?.reference).toBe('G-0002');
  });

  it.each([2, 4])('refuses version %i after version 2', async (version) => {
    await store.guidance.save(newGuidance('a'));
    const second = await store.guidance.save(newGuidance('a', { version: 2, answer: 'No.' }));
    expect(second).toMatchObject({ reference: 'G-0001', version: 2, answer: 'No.' });
    expect(await store.guidance.save(newGuidance('a', { version, answer: 'Perhaps.' }))).toBeUndefined();
    expect(await store.guidance.byId(tenant, 'a')).toEqual(second);
  });

  it('refuses a later version of what was never saved', async () => {
    expect(await store.guidance.save(newGuidance('a', { version: 2 }))).toBeUndefined();
    expect(await store.guidance.list(tenant)).toEqual([]);
    expect(await store.guidance.history(tenant, 'a')).toEqual([]);
  });

  it('has one winner among 20 racers on one version', async () => {
    await store.guidance.save(newGuidance('a'));
    const racers = Array.from({ length: 20 }, (_, i) => newGuidance('a', { version: 2, answer: `racer ${i}` }));
    const won = await Promise.all(racers.map((racer) => store.guidance.save(racer)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await store.guidance.byId(tenant, 'a')).toEqual(won.find(Boolean));
    expect(await store.guidance.history(tenant, 'a')).toHaveLength(2);
  });

  it('keeps each version as it was, newest first', async () => {
    const first = await store.guidance.save(newGuidance('a'));
    const by = { id: 'clerk-2', name: 'Bob Deputy' };
    const second = await store.guidance.save(newGuidance('a', { version: 2, state: 'retired', by, at: 2 }));
    expect(await store.guidance.history(tenant, 'a')).toEqual([second, first]);
  });

  it.each<[GuidanceState, number]>([
    ['draft', 0],
    ['published', 1],
    ['retired', 0],
  ])('shows councillors of those in the state %s: %i', async (state, shown) => {
    await store.guidance.save(newGuidance('a', { state }));
    expect(await store.guidance.published(tenant)).toHaveLength(shown);
    expect(await store.guidance.list(tenant)).toHaveLength(1);
  });

  it('lists the published oldest first and all newest first, past the tenth too', async () => {
    for (let i = 1; i <= 11; i++) await store.guidance.save(newGuidance(`a${i}`));
    const published = (await store.guidance.published(tenant)).map(({ reference }) => reference);
    expect(published.slice(8)).toEqual(['G-0009', 'G-0010', 'G-0011']);
    expect((await store.guidance.list(tenant)).map(({ reference }) => reference)).toEqual(published.toReversed());
  });

  it('has another revision after every save, for each council by itself', async () => {
    const revisions = [await store.guidance.revision(tenant)];
    for (const version of [1, 2, 3]) {
      await store.guidance.save(newGuidance('a', { version }));
      revisions.push(await store.guidance.revision(tenant));
    }
    expect(new Set(revisions).size).toBe(4);
    expect(await store.guidance.revision('council-2')).toBe(0);
  });

  it('shows nothing to another council, which may use the same id and reference', async () => {
    await store.guidance.save(newGuidance('a'));
    expect(await store.guidance.byId('council-2', 'a')).toBeUndefined();
    expect(await store.guidance.byReference('council-2', 'G-0001')).toBeUndefined();
    expect(await store.guidance.published('council-2')).toEqual([]);
    expect(await store.guidance.list('council-2')).toEqual([]);
    expect(await store.guidance.history('council-2', 'a')).toEqual([]);
    const other = await store.guidance.save(newGuidance('a', { tenant: 'council-2', answer: 'No.' }));
    expect(other).toMatchObject({ reference: 'G-0001', answer: 'No.' });
    expect(await store.guidance.save(newGuidance('a', { tenant: 'council-3', version: 2 }))).toBeUndefined();
    expect((await store.guidance.byId(tenant, 'a'))?.answer).toBe(newGuidance('a').answer);
  });

  it('keeps text of every kind in the answer, the ways and the history', async () => {
    const odd = 'a\0b \ud800 “x” 🙂 \n';
    const kept = 'ab \ufffd “x” 🙂 \n';
    const saved = await store.guidance.save(newGuidance('a', { answer: odd, ways: [odd], question: odd }));
    expect(saved).toMatchObject({ answer: kept, ways: [kept], question: kept });
    expect(await store.guidance.history(tenant, 'a')).toEqual([saved]);
  });
}
