import { openStore } from '../../src/adapters/storage/open-store';
import { planCase } from '../../src/app/plan-case';
import type { Store } from '../../src/app/ports';
import type { Person } from '../../src/core/model';
import { ukTime } from '../../src/core/uk-time';
import { answered, followed, happen, openCase, START, startDelivery, TENANT, withdrawn } from './delivery-rig';
import { CLERK_CHANNEL, JOE, SAM, SPEAKER, textOf } from './rig';

let store: Store;
beforeEach(async () => {
  store = await openStore('file::memory:');
});
afterEach(() => store.close());

const DAY_MS = 24 * 3_600_000;

it('posts a question, then the answer, the follow-up and the newest cards, each once and in the order of its lane', async () => {
  const delivery = await startDelivery(store);
  const opened = await openCase(store);
  await delivery.round();
  await happen(store, await happen(store, opened, answered), followed);
  await delivery.round();
  const to = (address: string) =>
    delivery.calls.filter((call) => call.to === address).map(({ what, reply }) => `${what} ${reply?.card}`);
  expect(to('to:clerks')).toEqual(['post clerk-case']);
  expect(to('post-1')).toEqual(['replyTo clerk-follow-up', 'update clerk-case']);
  expect(to('to:sam')).toEqual(['update receipt', 'post clerk-answer', 'update receipt']);
  expect(await delivery.after(3_600_000)).toBe(0);
  expect(await delivery.counts()).toEqual({ waiting: 0, parked: 0 });
});

it('draws a late card from the case as it is now', async () => {
  const delivery = await startDelivery(store);
  delivery.answers.push({ kind: 'try-again' });
  const opened = await openCase(store);
  await delivery.round();
  await happen(store, opened, followed);
  await delivery.after(3_600_000);
  const reply = delivery.calls[1]?.reply;
  expect(reply && textOf(reply)).toContain(followed.text);
});

it('what is withdrawn before it was posted is never posted, unless it is opened again', async () => {
  const delivery = await startDelivery(store);
  const night = START - 12 * 3_600_000;
  const opened = await openCase(store, 'case-1', {}, night);
  const gone = await happen(store, opened, { ...withdrawn, at: night });
  await delivery.round();
  expect(delivery.kinds()).toEqual([]);
  await happen(store, gone, { kind: 'reopened', at: START, by: SAM });
  await delivery.round();
  expect(delivery.kinds()).toEqual(['post clerk-case', 'update receipt']);
});

it('what is asked of the clerk waits for the clerk’s hours, what is asked about the clerk does not', async () => {
  const delivery = await startDelivery(store);
  const evening = START + 12 * 3_600_000;
  await delivery.after(12 * 3_600_000);
  await openCase(store, 'case-1', {}, evening);
  await openCase(store, 'case-2', { desk: 'alternate' }, evening);
  await delivery.round();
  const posts = () => delivery.calls.filter(({ what }) => what === 'post').map(({ to }) => to);
  expect(posts()).toEqual([`to:sam privately ${SPEAKER.council.alternate?.id}`]);
  await delivery.after(7 * DAY_MS);
  expect(posts()).toContain('to:clerks');
});

it('what is withdrawn and opened again before it was posted is posted once', async () => {
  const delivery = await startDelivery(store);
  const gone = await happen(store, await openCase(store), withdrawn);
  await happen(store, gone, { kind: 'reopened', at: START, by: SAM });
  await delivery.round();
  expect(delivery.kinds()).toEqual(['post clerk-case', 'update receipt']);
});

it('an answer that cannot reach somebody who asked the same is shown to the clerk on a card of its own', async () => {
  const delivery = await startDelivery(store);
  const first = await openCase(store);
  const { case: other } = await store.cases.open(
    { ...first, id: 'case-2', requestId: 'case-2', councillor: JOE, councillorAddress: 'to:joe' },
    { at: START, joins: () => true, plan: (saved) => planCase(saved, SPEAKER.office) },
  );
  await delivery.round();
  await happen(store, other, answered);
  delivery.answers.push({ kind: 'unreachable' });
  await delivery.round();
  await delivery.round();
  expect(await store.cases.byId(TENANT, 'case-2')).toMatchObject({ state: 'not_delivered' });
  const posted = delivery.calls.filter(({ what, reply }) => what === 'post' && reply?.card === 'clerk-case').at(-1);
  expect(posted?.reply?.fields.reference).toBe('C-0002');
  expect(posted?.reply?.fields.delivery).toBe(SPEAKER.say('told_never', { name: JOE.name }));
  const drawn = delivery.calls.filter(({ what, reply }) => what === 'update' && reply?.card === 'clerk-case').at(-1);
  expect(drawn?.reply?.fields).toMatchObject({ reference: 'C-0001', joined: [] });
});

it('an answer that is lost for good is no trouble once a later one has been given', async () => {
  const delivery = await startDelivery(store);
  const opened = await openCase(store);
  await delivery.round();
  await happen(store, await happen(store, opened, answered), { ...answered, text: 'I mean yes.' });
  delivery.answers.push({ kind: 'unreachable' });
  await delivery.after(60_000);
  await delivery.after(60_000);
  expect(await store.cases.byId(TENANT, 'case-1')).toMatchObject({
    state: 'answered',
    delivery: { told: { event: 2 } },
  });
  expect(await delivery.counts()).toEqual({ waiting: 0, parked: 1 });
});

it('nothing more goes into the channel that was linked before', async () => {
  const delivery = await startDelivery(store, { isIn: () => false });
  const opened = await openCase(store);
  await delivery.round();
  await happen(store, opened, followed);
  await delivery.round();
  expect(delivery.calls.filter(({ reply }) => reply?.card === 'clerk-follow-up')).toMatchObject([
    { what: 'post', to: 'to:clerks' },
  ]);
  expect(delivery.calls.filter(({ to }) => to === 'post-1')).toEqual([]);
});

it('waits as long as the service asks, and so does everything else for that conversation', async () => {
  const delivery = await startDelivery(store);
  delivery.answers.push({ kind: 'try-again', afterMs: 90_000 });
  await openCase(store);
  expect(await delivery.after(0)).toBe(1);
  await openCase(store, 'case-2');
  expect(await delivery.after(89_999)).toBe(0);
  await happen(store, await openCase(store, 'case-3', { councillor: JOE, councillorAddress: 'to:joe' }), answered);
  await delivery.after(0);
  expect(delivery.calls.at(-1)?.to).toBe('to:joe');
  await delivery.after(1);
  expect(delivery.calls.filter(({ to }) => to === 'to:clerks')).toHaveLength(4);
});

it('a shorter wait that is asked for later does not end a longer one', async () => {
  const delivery = await startDelivery(store);
  delivery.answers.push({ kind: 'try-again', afterMs: 90_000 }, { kind: 'try-again', afterMs: 1_000 });
  await Promise.all([openCase(store, 'case-1'), openCase(store, 'case-2')]);
  expect(await delivery.after(0)).toBe(2);
  expect(await delivery.after(89_999)).toBe(0);
  expect(await delivery.after(1)).toBe(4);
});

it.each([
  ['the service asks for less', { kind: 'try-again', afterMs: 5 }],
  ['the dice say less', { kind: 'try-again' }],
] as const)('waits at least a second, though %s', async (_, answer) => {
  const delivery = await startDelivery(store, { random: 0 });
  delivery.answers.push(answer);
  await openCase(store);
  expect(await delivery.after(0)).toBe(1);
  expect(await delivery.after(999)).toBe(0);
  expect(await delivery.after(1)).toBe(2);
});

it('waits twice as long each time, and never more than ten minutes', async () => {
  const delivery = await startDelivery(store);
  const seconds = [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600];
  const opened = await openCase(store);
  await delivery.round();
  await happen(store, opened, answered);
  delivery.answers.push({ kind: 'try-again' });
  await delivery.after(0);
  for (const wait of seconds) {
    delivery.answers.push({ kind: 'try-again' });
    const before = answersTried();
    await delivery.after(wait * 1000 - 1);
    expect([wait, answersTried()]).toEqual([wait, before]);
    await delivery.after(1);
    expect([wait, answersTried()]).toEqual([wait, before + 1]);
  }

  function answersTried(): number {
    return delivery.calls.filter(({ reply }) => reply?.card === 'clerk-answer').length;
  }
});

it('never gives up a question for the clerk, whether the channel is away or not linked', async () => {
  const delivery = await startDelivery(store, { linked: false });
  await openCase(store);
  for (let tried = 0; tried < 20; tried++) await delivery.after(600_000);
  expect(posts()).toBe(0);
  expect(await delivery.counts()).toEqual({ waiting: 1, parked: 0 });
  await store.desk.linkChannel(TENANT, CLERK_CHANNEL, START);
  for (let tried = 1; tried <= 20; tried++) {
    delivery.answers.push({ kind: 'unreachable' });
    await delivery.after(600_000);
    expect(posts()).toBe(tried);
  }
  await delivery.after(600_000);
  expect(await delivery.counts()).toEqual({ waiting: 0, parked: 0 });

  function posts(): number {
    return delivery.calls.filter(({ to }) => to === CLERK_CHANNEL.address).length;
  }
});

it('tries what waits for a channel at once when the channel can be reached again', async () => {
  const delivery = await startDelivery(store);
  delivery.answers.push({ kind: 'unreachable' });
  await openCase(store);
  await delivery.round();
  await store.outbox.hurry(TENANT, 'channel', START);
  await delivery.after(0);
  expect(delivery.kinds().filter((kind) => kind === 'post clerk-case')).toHaveLength(2);
});

it('the receipts of two who asked the same tell the same, whether the card in the channel is new or drawn again', async () => {
  const delivery = await startDelivery(store);
  const first = await openCase(store);
  const joins = (id: string, councillor: Person) =>
    store.cases.open(
      { ...first, id, requestId: id, councillor, councillorAddress: `to:${id}` },
      { at: START, joins: ({ id: waiting }) => waiting === first.id, plan: (saved) => planCase(saved, SPEAKER.office) },
    );
  await joins('before-the-post', JOE);
  await delivery.round();
  await joins('after-the-post', { id: 'ann', name: 'Cllr Ann Webb' });
  await delivery.round();
  for (const to of ['to:sam', 'to:before-the-post', 'to:after-the-post'])
    expect(delivery.calls.filter((call) => call.to === to).map(({ reply }) => reply?.fields.deliveryLine)).toEqual([
      SPEAKER.say('delivery_posted', { when: ukTime(START) }),
    ]);
});

describe('an answer to somebody who cannot be reached', () => {
  it('is tried once, is put on the case, and the clerk is told in the thread and on the card', async () => {
    const delivery = await startDelivery(store);
    const opened = await openCase(store);
    await delivery.round();
    delivery.calls.length = 0;
    await happen(store, opened, answered);
    delivery.answers.push({ kind: 'unreachable' });
    await delivery.round();
    expect(delivery.calls.filter(({ reply }) => reply?.card === 'clerk-answer')).toHaveLength(1);
    expect((await store.cases.byId(TENANT, 'case-1'))?.state).toBe('not_delivered');
    const [line, card] = delivery.calls.filter(({ to }) => to === 'post-1').slice(-2);
    expect(line?.reply && textOf(line.reply)).toContain('did not reach the councillor');
    expect(card?.reply && textOf(card.reply)).toContain(SPEAKER.say('told_never', { name: SAM.name }));
    expect(await delivery.counts()).toEqual({ waiting: 0, parked: 1 });
    expect(await store.outbox.parked(TENANT)).toMatchObject([{ kind: 'answer', caseId: 'case-1' }]);
    expect(await delivery.after(DAY_MS)).toBe(0);
  });

  it('is kept and shown also when the councillor has written again meanwhile', async () => {
    const delivery = await startDelivery(store);
    const opened = await openCase(store);
    await delivery.round();
    await happen(store, await happen(store, opened, answered), followed);
    delivery.answers.push({ kind: 'unreachable' });
    await delivery.round();
    expect((await store.cases.byId(TENANT, 'case-1'))?.state).toBe('followed_up');
    expect(await delivery.counts()).toEqual({ waiting: 0, parked: 1 });
  });

  it('ends once, though the case is changed in that very moment', async () => {
    const opened = await openCase(store);
    await (await startDelivery(store)).round();
    const before = await happen(store, opened, answered);
    let interfered = false;
    const delivery = await startDelivery({
      ...store,
      cases: {
        ...store.cases,
        change: async (changes, at, settles) => {
          if (!interfered) await happen(store, before, { kind: 'noted', at: START, by: SAM, text: 'x' });
          interfered = true;
          return store.cases.change(changes, at, settles);
        },
      },
    });
    delivery.answers.push({ kind: 'unreachable' });
    await delivery.round();
    const after = await store.cases.byId(TENANT, 'case-1');
    expect(after?.events.map(({ kind }) => kind)).toEqual(['opened', 'answered', 'noted', 'not_delivered']);
    expect(await delivery.counts()).toEqual({ waiting: 0, parked: 1 });
  });
});

it('a card that cannot be drawn is given up after eight tries, is kept and shown, and holds up nothing behind it', async () => {
  const delivery = await startDelivery(store);
  const opened = await openCase(store);
  await delivery.round();
  await happen(store, opened, withdrawn);
  for (let tried = 1; tried <= 8; tried++) {
    delivery.answers.push({ kind: 'unknown' });
    expect(await delivery.after(600_000)).toBe(1);
  }
  expect(await delivery.counts()).toEqual({ waiting: 0, parked: 1 });
  expect(delivery.lines).toContainEqual(['outgoing message given up', expect.objectContaining({ kind: 'clerk-card' })]);
  const now = await store.cases.byId(TENANT, 'case-1');
  if (!now) throw new Error('no case');
  await happen(store, now, { kind: 'reopened', at: START, by: SAM });
  await delivery.round();
  expect(delivery.kinds().slice(-2)).toEqual(['replyTo clerk-line', 'update clerk-case']);
});

it('of five changes of a case only the last is drawn, and never before the post', async () => {
  const delivery = await startDelivery(store);
  delivery.answers.push({ kind: 'try-again' });
  let one = await openCase(store);
  await delivery.round();
  for (const text of ['a', 'b', 'c', 'd', 'e'])
    one = await happen(store, one, { kind: 'noted', at: START, by: JOE, text });
  await delivery.after(600_000);
  expect(delivery.kinds()).toEqual(['post clerk-case', 'post clerk-case', 'update receipt', 'update clerk-case']);
  expect(delivery.calls.at(-1)?.reply?.fields.version).toBe(6);
});

it.each([
  ['goes to the channel where no card is known', [{ kind: 'sent' }], ['post clerk-follow-up']],
  [
    'goes to the channel where the card was deleted',
    [{ kind: 'sent', address: 'post-1' }, { kind: 'sent' }, { kind: 'unreachable' }],
    ['replyTo clerk-follow-up', 'post clerk-follow-up', 'update clerk-case'],
  ],
] as const)('what a councillor adds %s', async (_, answers, kinds) => {
  const delivery = await startDelivery(store);
  delivery.answers.push(...answers.slice(0, 2));
  const opened = await openCase(store);
  await delivery.round();
  delivery.calls.length = 0;
  delivery.answers.length = 0;
  delivery.answers.push(...answers.slice(2));
  await happen(store, opened, followed);
  await delivery.round();
  expect(delivery.kinds()).toEqual(kinds);
});

it('a council that is not served now keeps its messages', async () => {
  let served = false;
  const delivery = await startDelivery(store, { speakerOf: () => (served ? SPEAKER : undefined) });
  await openCase(store);
  expect(await delivery.after(0)).toBe(0);
  served = true;
  expect(await delivery.after(600_000)).toBe(2);
});

it('text only is kept to when the answer is sent', async () => {
  await store.people.setTextOnly(TENANT, SAM.id, true);
  const delivery = await startDelivery(store);
  await happen(store, await openCase(store), answered);
  await delivery.round();
  const textOnly = (card: string) => delivery.calls.find(({ reply }) => reply?.card === card)?.options?.textOnly;
  expect([textOnly('clerk-case'), textOnly('clerk-answer')]).toEqual([false, true]);
});

it('an urgent case goes before everything that waits', async () => {
  const delivery = await startDelivery(store);
  for (let n = 0; n < 20; n++) await openCase(store, `case-${n}`);
  await openCase(store, 'case-urgent', { reason: 'urgent' });
  await delivery.round();
  expect(delivery.calls[0]?.reply?.fields.caseId).toBe('case-urgent');
});

it('a message of a council that is not served waits until it is', async () => {
  const served = new Set<string>();
  const speakerOf = (tenant: string) => (served.has(tenant) ? SPEAKER : undefined);
  const delivery = await startDelivery(store, { speakerOf });
  await openCase(store);
  expect(await delivery.after(0)).toBe(0);
  served.add(TENANT);
  await delivery.after(60_000);
  expect(delivery.kinds()[0]).toBe('post clerk-case');
});
