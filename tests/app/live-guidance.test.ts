import { openStore } from '../../src/adapters/storage/open-store';
import { createLiveGuidance } from '../../src/app/live-guidance';
import type { Store } from '../../src/app/ports';
import { pause } from '../../src/pause';
import { newGuidance } from '../adapters/storage/samples';
import { read } from '../core/guidance/samples';

let store: Store;
let texts: string[];
beforeEach(async () => {
  store = await openStore('file::memory:');
  texts = [];
});
afterEach(() => store.close());

const live = () =>
  createLiveGuidance(
    store.guidance,
    (text) => {
      texts.push(text);
      return read(text);
    },
    pause,
  );
const QUESTION = 'may I film a council meeting';

it('reads each answer once, and after a change only what has changed', async () => {
  await store.guidance.save(newGuidance('a', { tenant: 'x', ways: [] }));
  await store.guidance.save(newGuidance('b', { tenant: 'x', question: 'May I run a raffle?', ways: [] }));
  const { find } = live();
  await find('x', QUESTION);
  await find('x', QUESTION);
  expect(texts).toEqual(['May I film a council meeting?', 'May I run a raffle?', QUESTION, QUESTION]);
  await store.guidance.save(newGuidance('b', { tenant: 'x', version: 2, question: 'May I run a fair?', ways: [] }));
  texts.length = 0;
  await find('x', QUESTION);
  expect(texts).toEqual(['May I run a fair?', QUESTION]);
});

it('lets others have their turn while it reads and compares', async () => {
  let pauses = 0;
  const counted = async () => {
    pauses += 1;
  };
  for (let at = 0; at < 30; at++) await store.guidance.save(newGuidance(`${at}`, { tenant: 'x' }));
  const { find } = createLiveGuidance(store.guidance, read, counted);
  await find('x', QUESTION);
  expect(pauses).toBeGreaterThan(30);
  pauses = 0;
  await find('x', QUESTION);
  expect(pauses).toBeGreaterThan(2);
});

it('reads each answer once for all who ask at the same time', async () => {
  await store.guidance.save(newGuidance('a', { tenant: 'x', ways: [] }));
  const { find } = live();
  const found = await Promise.all([find('x', QUESTION), find('x', QUESTION), find('x', QUESTION)]);
  expect(found.map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(texts).toEqual(['May I film a council meeting?', QUESTION, QUESTION, QUESTION]);
});

it('keeps councils apart', async () => {
  await store.guidance.save(newGuidance('a', { tenant: 'x' }));
  const { find, published } = live();
  expect(await find('y', QUESTION)).toEqual([]);
  expect(await find('x', QUESTION)).toMatchObject([{ guidance: { tenant: 'x' } }]);
  expect(await published('y')).toEqual([]);
});

it('does not take a load that failed for the present state', async () => {
  await store.guidance.save(newGuidance('a', { tenant: 'x' }));
  let broken = true;
  const flaky: Store['guidance'] = {
    ...store.guidance,
    published: async (tenant) => {
      if (broken) throw new Error('The store cannot be reached.');
      return store.guidance.published(tenant);
    },
  };
  const { find } = createLiveGuidance(flaky, read, pause);
  await expect(find('x', QUESTION)).rejects.toThrow('cannot be reached');
  broken = false;
  expect(await find('x', QUESTION)).toHaveLength(1);
});
