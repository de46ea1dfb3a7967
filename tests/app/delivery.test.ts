import { openStore } from '../../src/adapters/storage/open-store';
import { createDelivery } from '../../src/app/delivery';
import type { Store } from '../../src/app/ports';
import { answered, followed, happen, openCase, POSTED, START, startDelivery, TENANT } from './delivery-rig';
import { CLERK_CHANNEL, recordingMessenger, SAM, SPEAKER, textOf } from './rig';

let store: Store;
beforeEach(async () => {
  store = await openStore('file::memory:');
});
afterEach(() => store.close());

it('posts a question, then the answer, the follow-up and the newest card, each once and in order', async () => {
  const delivery = await startDelivery(store);
  const opened = await openCase(store);
  await delivery.round();
  await happen(store, await happen(store, opened, answered), followed);
  await delivery.round();
  expect(delivery.kinds()).toEqual([
    'post clerk-case',
    'post clerk-answer',
    'replyTo clerk-follow-up',
    'update clerk-case',
  ]);
  expect(delivery.calls.map(({ to }) => to)).toEqual(['to:clerks', 'to:sam', 'post-1', 'post-1']);
  expect(await delivery.after(3_600_000)).toBe(0);
  expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 0 });
});

it('draws a late card from the case as it is now', async () => {
  const delivery = await startDelivery(store);
  delivery.answers.push({ kind: 'try-again' });
  const opened = await openCase(store);
  await delivery.round();
  await happen(store, opened, { kind: 'withdrawn', at: START, by: SAM });
  await delivery.after(3_600_000);
  const reply = delivery.calls[1]?.reply;
  expect(reply && textOf(reply)).toContain(SPEAKER.say('state_withdrawn'));
});

it('waits as long as the service asks', async () => {
  const delivery = await startDelivery(store);
  delivery.answers.push({ kind: 'try-again', afterMs: 90_000 });
  await openCase(store);
  expect(await delivery.after(0)).toBe(1);
  expect(await delivery.after(89_999)).toBe(0);
  expect(await delivery.after(1)).toBe(1);
});

it.each([
  ['at least a second, though the service asks for less', 1, { kind: 'try-again', afterMs: 5 }],
  ['at least a second, though the dice say less', 0, { kind: 'try-again' }],
] as const)('waits %s', async (_, random, answer) => {
  const delivery = await startDelivery(store, { random });
  delivery.answers.push(answer);
  await openCase(store);
  expect(await delivery.after(0)).toBe(1);
  expect(await delivery.after(999)).toBe(0);
  expect(await delivery.after(1)).toBe(1);
});

it('waits twice as long each time, and never more than ten minutes', async () => {
  const delivery = await startDelivery(store);
  const seconds = [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600];
  for (const _ of seconds) delivery.answers.push({ kind: 'try-again' });
  await openCase(store);
  await delivery.round();
  for (const wait of seconds) {
    expect([wait, await delivery.after(wait * 1000 - 1)]).toEqual([wait, 0]);
    expect([wait, await delivery.after(1)]).toEqual([wait, 1]);
  }
  expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 0 });
});

it('never gives up a question for the clerk, whether the channel is away or not linked', async () => {
  const delivery = await startDelivery(store, { linked: false });
  await openCase(store);
  for (let tried = 0; tried < 20; tried++) expect(await delivery.after(600_000)).toBe(0);
  expect(await store.outbox.counts()).toEqual({ waiting: 1, parked: 0 });
  await store.desk.linkChannel(TENANT, CLERK_CHANNEL, START);
  for (let tried = 0; tried < 20; tried++) {
    delivery.answers.push({ kind: 'unreachable' });
    expect(await delivery.after(600_000)).toBe(1);
  }
  expect(await delivery.after(600_000)).toBe(1);
  expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 0 });
});

it('parks an answer to somebody who cannot be reached, says so in the log, and goes on', async () => {
  const delivery = await startDelivery(store);
  const opened = await openCase(store);
  await delivery.round();
  delivery.answers.push({ kind: 'unreachable' });
  await happen(store, opened, answered);
  await delivery.round();
  expect(delivery.kinds().slice(1)).toEqual(['post clerk-answer', 'update clerk-case']);
  expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 1 });
  expect(delivery.lines).toContainEqual(['outgoing message parked', expect.objectContaining({ kind: 'answer' })]);
  expect(await delivery.after(3_600_000)).toBe(0);
});

it('parks an answer after eight tries', async () => {
  const delivery = await startDelivery(store);
  const opened = await openCase(store);
  await delivery.round();
  for (let tried = 0; tried < 8; tried++) delivery.answers.push({ kind: 'try-again' });
  await happen(store, opened, answered);
  for (let tried = 0; tried < 7; tried++) expect(await delivery.after(600_000)).toBe(1);
  expect(await store.outbox.counts()).toMatchObject({ parked: 0 });
  // The eighth parks it, and the card behind it goes out.
  expect(await delivery.after(600_000)).toBe(2);
  expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 1 });
});

it.each([
  ['a follow-up goes to the channel where no post is known', followed, 'post clerk-follow-up', 0],
  ['a card that was never posted is not drawn again', { ...followed, kind: 'withdrawn' }, undefined, 1],
] as const)('%s', async (_, event, sent, parked) => {
  const delivery = await startDelivery(store);
  delivery.answers.push({ kind: 'sent' });
  const opened = await openCase(store);
  await delivery.round();
  await happen(store, opened, event);
  await delivery.round();
  expect(delivery.kinds()[1]).toBe(sent);
  expect((await store.outbox.counts()).parked).toBeGreaterThanOrEqual(parked);
});

it('a messenger that throws is tried again, and its words are not logged', async () => {
  const delivery = await startDelivery(store);
  delivery.answers.push(new TypeError('May I film?'));
  await openCase(store);
  expect(await delivery.after(0)).toBe(1);
  expect(await store.outbox.counts()).toEqual({ waiting: 1, parked: 0 });
  expect(delivery.lines).toContainEqual(['sending failed', { outgoing: 'case-1:1:clerk-post', error: 'TypeError' }]);
  expect(JSON.stringify(delivery.lines)).not.toContain('May I film');
  expect(await delivery.after(3_600_000)).toBe(1);
  expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 0 });
});

it('one case that fails does not hold up another', async () => {
  const delivery = await startDelivery(store);
  delivery.answers.push(new Error('away'));
  await openCase(store, 'case-1');
  await openCase(store, 'case-2');
  expect(await delivery.after(0)).toBe(2);
  expect(await store.outbox.counts()).toEqual({ waiting: 1, parked: 0 });
});

it('text only is kept to when the answer is sent', async () => {
  await store.people.setTextOnly(TENANT, SAM.id, true);
  await store.desk.linkChannel(TENANT, CLERK_CHANNEL, START);
  const asked: boolean[] = [];
  const { messenger } = recordingMessenger();
  const delivery = createDelivery({
    store,
    speakerOf: () => SPEAKER,
    clock: () => START,
    random: () => 1,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    messenger: {
      ...messenger,
      post: async (_to, _reply, { textOnly }) => {
        asked.push(textOnly);
        return POSTED;
      },
    },
  });
  await happen(store, await openCase(store), answered);
  await delivery.round();
  expect(asked).toEqual([false, true]);
});

it('a message of a council that is not served waits until it is', async () => {
  const { messenger, calls } = recordingMessenger();
  const served = new Set<string>();
  let now = START;
  const delivery = createDelivery({
    store,
    messenger,
    speakerOf: (tenant) => (served.has(tenant) ? SPEAKER : undefined),
    clock: () => now,
    random: () => 1,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  await store.desk.linkChannel(TENANT, CLERK_CHANNEL, START);
  await openCase(store);
  await delivery.round();
  expect(calls).toEqual([]);
  served.add(TENANT);
  now += 60_000;
  await delivery.round();
  expect(calls.map(({ what, reply }) => `${what} ${reply?.card}`)).toEqual(['post clerk-case']);
});
