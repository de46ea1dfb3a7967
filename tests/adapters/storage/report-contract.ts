import type { NewCase, Store } from '../../../src/app/ports';
import { changeCase } from '../../../src/core/cases/change-case';
import type { Tally } from '../../../src/core/reports/tally';

const TENANT = 'council-1';
const NOTHING = { outgoing: [], timers: [] };

/** What every engine must do with counts and with the facts of cases. */
export function reportContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('adds up what is counted, month by month', async () => {
    await store.tallies.add(TENANT, '2026-09', [topic('a')]);
    await store.tallies.add(TENANT, '2026-10', [topic('a'), topic('b'), topic('a')]);
    await store.tallies.add(TENANT, '2026-10', [topic('a'), { kind: 'rule', key: 'a' }]);
    expect(await store.tallies.of(TENANT, ['2026-10'])).toEqual([
      { month: '2026-10', kind: 'rule', key: 'a', count: 1 },
      { month: '2026-10', kind: 'topic', key: 'a', count: 3 },
      { month: '2026-10', kind: 'topic', key: 'b', count: 1 },
    ]);
    expect(await store.tallies.of(TENANT, ['2026-09', '2026-10'])).toHaveLength(4);
  });

  it('keeps the counts of councils apart', async () => {
    await store.tallies.add(TENANT, '2026-10', [topic('a')]);
    await store.tallies.add('council-2', '2026-10', [topic('a'), topic('a')]);
    expect(await store.tallies.of(TENANT, ['2026-10'])).toMatchObject([{ count: 1 }]);
    expect(await store.tallies.of('council-3', ['2026-10'])).toEqual([]);
  });

  it('counts nothing, and asks for no month, without a fault', async () => {
    await store.tallies.add(TENANT, '2026-10', []);
    expect(await store.tallies.of(TENANT, [])).toEqual([]);
  });

  it('loses no count of 50 that come in the same moment, in whatever order each names its own', async () => {
    const turns = Array.from({ length: 50 }, (_, turn) =>
      turn % 2 ? [topic('a'), topic('b')] : [topic('b'), topic('a')],
    );
    await Promise.all(turns.map((turn) => store.tallies.add(TENANT, '2026-10', turn)));
    expect(await store.tallies.of(TENANT, ['2026-10'])).toMatchObject([{ count: 50 }, { count: 50 }]);
  });

  it('tells of cases when they were asked, why, and with what the first wait ended', async () => {
    const opened = await openAt('a', 100);
    const by = { id: 'clerk', name: 'Priya' };
    const answered = changeCase(opened, { kind: 'answered', at: 170, by, text: 'Secret words' });
    if (!answered) throw new Error('It can be answered.');
    await store.cases.change([{ changed: answered, plan: NOTHING }], 170);
    await openAt('b', 150);
    const facts = await store.cases.factsOf(TENANT, 100, 151);
    expect(facts).toEqual([
      { opened: 100, reason: 'draft', firstEnd: { by: 'desk', at: 170 } },
      { opened: 150, reason: 'draft' },
    ]);
  });

  it('tells of no case before or after, of another council, or about the clerk', async () => {
    await openAt('before', 99);
    await openAt('after', 200);
    await openAt('theirs', 150, { tenant: 'council-2' });
    await openAt('about', 150, { desk: 'alternate' });
    expect(await store.cases.factsOf(TENANT, 100, 200)).toEqual([]);
  });

  async function openAt(id: string, at: number, changes: Partial<NewCase> = {}) {
    const newCase: NewCase = {
      id,
      requestId: id,
      tenant: TENANT,
      reason: 'draft',
      desk: 'clerk',
      councillor: { id: 'sam', name: 'Sam' },
      councillorAddress: 'to:sam',
      question: 'May I?',
      about: {},
      nearest: [],
      ...changes,
    };
    return (await store.cases.open(newCase, { at, joins: () => false, plan: () => NOTHING })).case;
  }
}

function topic(key: string): Tally {
  return { kind: 'topic', key };
}
