import { openStore } from '../../src/adapters/storage/open-store';
import type { Store } from '../../src/app/ports';
import { createRandom } from '../../src/core/match/random';
import { CHANNEL, execute } from '../contract/rig/activities';
import { type Call, type Fault, startLoopbackConnector } from '../contract/rig/loopback-connector';
import { type Desk, startDesk } from './rig/desk';
import { times } from './rig/form';
import { atDesk, chatOf, councillor, sendCase, TENANT_ID } from './rig/people';
import { tell } from './rig/tell';

let store: Store;
let connector: Awaited<ReturnType<typeof startLoopbackConnector>>;
let desk: Desk;
beforeEach(async () => {
  store = await openStore('file::memory:');
  connector = await startLoopbackConnector();
  desk = await startDesk({ store, connector });
});
afterEach(async () => {
  await desk.delivery.stop();
  await connector.close();
  await store.close();
});

const caseOf = async (n: number) => {
  const [one] = await store.cases.ofCouncillor(TENANT_ID, councillor(n).id);
  if (!one) throw new Error(`no case ${n}`);
  return one;
};

const act = async (n: number, what: string, answer = '') => {
  const { id, version } = await caseOf(n);
  const data = { act: what, caseId: id, version: String(version), answer };
  return desk.send(execute(atDesk(connector.url), 'case.do', { data }));
};

/** Calls that people can see, in which the reference of the case stands. */
const about = (reference: string, kind: Call['kind'], calls: readonly Call[] = connector.shown()) =>
  calls.filter((call) => call.kind === kind && JSON.stringify(call.activity).includes(reference));

it('O2: with 10 % each of 429, 500, reset and accepted but lost, everything arrives and every card ends right', async () => {
  const count = times({ short: 25, long: 200 });
  const random = createRandom();
  const refused = new Set<Call>();
  let lost = 0;
  connector.failBy((call): Fault | undefined => {
    if (call.activity === undefined) return undefined;
    const dice = random();
    if (dice < 0.3) refused.add(call);
    if (dice < 0.1) return { kind: 'status', status: 429, retryAfter: 1 };
    if (dice < 0.2) return { kind: 'status', status: 500 };
    if (dice < 0.3) return { kind: 'reset' };
    if (dice >= 0.4) return undefined;
    lost += 1;
    return { kind: 'lost' };
  });
  for (let n = 0; n < count; n += 1) expect((await desk.send(sendCase(connector.url, n))).status).toBe(200);
  await desk.drain(20 * count + 100);
  for (let n = 0; n < count; n += 1) await act(n, 'answer', `Advice ${n}`);
  await desk.drain(20 * count + 100);
  const seen = connector.shown().filter((call) => !refused.has(call));
  let undelivered = 0;
  let twice = 0;
  let wrong = 0;
  for (let n = 0; n < count; n += 1) {
    const { reference, id, version, state } = await caseOf(n);
    const answers = about(reference, 'message', seen).filter(
      ({ conversation }) => conversation === chatOf(councillor(n)),
    );
    const posts = about(reference, 'thread', seen);
    if (state !== 'answered' || posts.length === 0 || !JSON.stringify(answers).includes(`Advice ${n}`))
      undelivered += 1;
    twice += posts.length + answers.length - 2;
    const last = about(id, 'update', seen).at(-1);
    if (!JSON.stringify(last?.activity).includes(`"version":${version}`)) wrong += 1;
  }
  tell('O2', {
    cases: count,
    undelivered,
    'sent more than once': twice,
    'answers lost': lost,
    'cards not as the case': wrong,
  });
  expect({ undelivered, wrong }).toEqual({ undelivered: 0, wrong: 0 });
  expect(twice).toBeLessThanOrEqual(lost);
});

it('O4: a card is never drawn again before it was posted, and ends as the case stands, though the post is slow', async () => {
  connector.failBy((call) => (call.kind === 'thread' ? { kind: 'late', ms: 300 } : undefined));
  desk.delivery.start();
  await desk.send(sendCase(connector.url, 1));
  for (const text of ['a', 'b', 'c', 'd', 'e']) await act(1, 'note', text);
  const { id, version } = await caseOf(1);
  const end = Date.now() + 30_000;
  const drawn = () => JSON.stringify(about(id, 'update').at(-1)?.activity ?? {});
  while (!drawn().includes(`"version":${version}`)) {
    if (Date.now() > end) throw new Error('the newest card was not drawn');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const order = connector
    .shown()
    .filter((call) => JSON.stringify(call.activity).includes(id))
    .map(({ kind }) => kind);
  tell('O4', { updates: order.length - 1, 'updates before the post': order.indexOf('thread') });
  expect(order.indexOf('thread')).toBe(0);
  expect(order.filter((kind) => kind === 'thread')).toHaveLength(1);
});

it('O5: after two hours in which the service was away everything arrives, within the limits of each conversation', async () => {
  const count = times({ short: 100, long: 500 });
  const arrived: { readonly at: number; readonly conversation: string }[] = [];
  let away = true;
  connector.failBy((call) => {
    if (away) return { kind: 'reset' };
    if (call.activity) arrived.push({ at: desk.clock(), conversation: call.conversation });
    return undefined;
  });
  for (let n = 0; n < count; n += 1) await desk.send(sendCase(connector.url, n));
  const opened = desk.clock();
  // So often that each is tried, seven at a time in one channel.
  for (let minute = 0; minute < 120; minute += 1) await desk.after(60_000);
  const { waiting, oldestDue } = await store.outbox.counts(desk.clock() + 3_600_000);
  expect(waiting).toBeGreaterThanOrEqual(count);
  expect(oldestDue).toBeGreaterThan(opened);
  away = false;
  connector.calls.length = 0;
  await desk.drain(10 * count);
  const posted = new Set(
    connector
      .shown()
      .filter(({ kind }) => kind === 'thread')
      .map((call) => JSON.stringify(call.activity).match(/C-\d{4}/u)?.[0]),
  );
  const most = (withinMs: number) =>
    Math.max(
      ...[...new Set(arrived.map(({ conversation }) => conversation))].map((conversation) =>
        densest(
          arrived.filter((one) => one.conversation === conversation).map(({ at }) => at),
          withinMs,
        ),
      ),
    );
  tell('O5', {
    escalations: count,
    undelivered: count - posted.size,
    'most in a second': most(1_000),
    'most in 30 seconds': most(30_000),
  });
  expect(posted.size).toBe(count);
  expect(most(1_000)).toBeLessThanOrEqual(7);
  expect(most(30_000)).toBeLessThanOrEqual(60);
});

it.each([403, 404])(
  'O6: to a chat that answers %i one message goes, and the clerk reads that it did not arrive',
  async (status) => {
    const chat = chatOf(councillor(1));
    await desk.send(sendCase(connector.url, 1));
    await desk.drain(20);
    connector.failBy((call) => (call.conversation === chat ? { kind: 'status', status } : undefined));
    connector.calls.length = 0;
    await act(1, 'answer', 'Advice');
    await desk.drain(50);
    const tries = connector
      .shown()
      .filter((call) => call.conversation === chat && JSON.stringify(call.activity).includes('Advice'));
    const { id, state } = await caseOf(1);
    const thread = connector.shown().filter((call) => call.kind === 'message' && call.conversation.startsWith(CHANNEL));
    tell('O6', { answered: status, messages: tries.length });
    expect(tries).toHaveLength(1);
    expect(state).toBe('not_delivered');
    expect(JSON.stringify(thread)).toContain('did not reach the councillor');
    expect(JSON.stringify(about(id, 'update').at(-1)?.activity)).toContain('They did not reach Cllr 1');
  },
);

/** The most moments within any stretch of so many milliseconds. */
function densest(moments: readonly number[], withinMs: number): number {
  const sorted = [...moments].sort((a, b) => a - b);
  let from = 0;
  return sorted.reduce((most, at, index) => {
    while ((sorted[from] ?? at) <= at - withinMs) from += 1;
    return Math.max(most, index - from + 1);
  }, 0);
}
