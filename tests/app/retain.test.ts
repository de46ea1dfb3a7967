import { openStore } from '../../src/adapters/storage/open-store';
import type { Store } from '../../src/app/ports';
import { retain } from '../../src/app/retain';
import type { RecordSettings } from '../../src/core/council';
import { ANN, CANARY, COUNCIL_ID, closedCase, openedCase } from '../adapters/storage/record-samples';
import { COUNCIL } from './rig';

const DAY = 86_400_000;
const END = Date.parse('2026-11-24T12:00:00Z');
const SETTINGS: RecordSettings = { casesMonths: 12, guidance: 'until retired', accessLogMonths: 24, outboxDays: 30 };

describe('what is no longer kept', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore('file::memory:');
  });
  afterEach(() => store.close());

  const at = (time: string, settings = SETTINGS) =>
    retain(COUNCIL_ID, { store, settings, clock: () => Date.parse(time) });
  const textOf = async (id: string) => JSON.stringify(await store.cases.byId(COUNCIL_ID, id));

  it('goes on the day after its last one, and not before', async () => {
    await closedCase(store, 'a', { at: END });
    expect(await at('2027-11-24T23:59:59Z')).toMatchObject({ cases: 0 });
    expect(await textOf('a')).toMatch(CANARY);
    expect(await at('2027-11-25T00:00:00Z')).toMatchObject({ cases: 1 });
    expect(await textOf('a')).not.toMatch(CANARY);
  });

  it('counts from the last closing, not from the first', async () => {
    await closedCase(store, 'early', { at: END - 40 * DAY });
    await closedCase(store, 'late', { at: END });
    await at('2027-11-01T00:00:00Z');
    expect(await textOf('early')).not.toMatch(CANARY);
    expect(await textOf('late')).toMatch(CANARY);
  });

  it('is never an open case, however old', async () => {
    const before = await openedCase(store, 'a');
    await at('2050-01-01T00:00:00Z');
    expect(await store.cases.byId(COUNCIL_ID, 'a')).toEqual(before);
  });

  it('is never a case on hold, however old; when the hold ends it goes the next time', async () => {
    const before = await closedCase(store, 'a', { at: END });
    const entry = { at: END, by: ANN, caseId: 'a', reference: before.reference, why: 'a request' };
    await store.cases.setHold(COUNCIL_ID, 'a', { held: true, entry: { ...entry, action: 'held' } });
    expect(await at('2040-01-01T00:00:00Z')).toMatchObject({ cases: 0 });
    expect(await store.cases.byId(COUNCIL_ID, 'a')).toEqual({ ...before, held: true });
    await store.cases.setHold(COUNCIL_ID, 'a', { held: false, entry: { ...entry, action: 'released' } });
    expect(await at('2040-01-01T00:00:00Z')).toMatchObject({ cases: 1 });
  });

  it('is gone when it has been done once: doing it again changes nothing', async () => {
    await closedCase(store, 'a', { at: END });
    await at('2028-01-01T00:00:00Z');
    const before = await textOf('a');
    await store.outbox.claim(Date.parse('2028-01-01'), Date.parse('2028-01-02'), 100);
    expect(await at('2028-01-01T00:00:00Z')).toEqual({ cases: 0, rows: 0 });
    expect(await textOf('a')).toBe(before);
  });

  it('goes in batches until nothing is left', async () => {
    for (let i = 0; i < 230; i++) await closedCase(store, `case-${i}`, { at: END + i });
    expect(await at('2028-01-01T00:00:00Z')).toMatchObject({ cases: 230 });
    const left = await store.records.page(COUNCIL_ID, '', 1000);
    expect(left.filter(({ wiped }) => wiped === undefined)).toEqual([]);
    expect(left).toHaveLength(230);
  });

  it('is of this council alone', async () => {
    await closedCase(store, 'theirs', { at: END, tenant: 'council-2' });
    expect(await at('2040-01-01T00:00:00Z')).toMatchObject({ cases: 0 });
  });

  it('follows what the council has set', async () => {
    await closedCase(store, 'a', { at: END });
    await store.outbox.sent('a:message', END, {});
    await store.access.add(COUNCIL_ID, [{ at: END, by: ANN, action: 'opened', caseId: 'a', reference: 'C-0001' }]);
    await store.seen.firstSight('key', END);
    const settings = { ...SETTINGS, casesMonths: 120, accessLogMonths: 1, outboxDays: 60 };
    expect(await at('2026-12-02T00:00:00Z', settings)).toEqual({ cases: 0, rows: 1 });
    expect(await at('2026-12-25T00:00:00Z', settings)).toEqual({ cases: 0, rows: 1 });
    expect(await at('2027-01-24T00:00:00Z', settings)).toEqual({ cases: 0, rows: 1 });
  });

  it('is a clock that jumps forward and back again no reason to lose anything early', async () => {
    await closedCase(store, 'a', { at: END });
    for (const time of ['2026-11-24T13:00:00Z', '2026-11-24T11:00:00Z', '2026-11-25T12:00:00Z']) await at(time);
    expect(await textOf('a')).toMatch(CANARY);
  });

  it('is a year of cases, two of the log and a month of messages, unless the council says otherwise', () => {
    expect(COUNCIL.records).toEqual(SETTINGS);
  });
});
