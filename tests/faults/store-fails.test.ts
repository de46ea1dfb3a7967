import { openStore } from '../../src/adapters/storage/open-store';
import type { Store } from '../../src/app/ports';
import { retain } from '../../src/app/retain';
import { createTimekeeper } from '../../src/app/ring-timers';
import type { Case } from '../../src/core/cases/case';
import { SPEAKER } from '../app/rig';
import { execute, message } from '../contract/rig/activities';
import { startLoopbackConnector } from '../contract/rig/loopback-connector';
import { type Desk, shownBy, startDesk } from './rig/desk';
import { faultyStore, type Moment, methodsOf } from './rig/faulty-store';
import { atDesk, councillor, sendCase, TENANT_ID } from './rig/people';
import { tell } from './rig/tell';

let store: Store;
let connector: Awaited<ReturnType<typeof startLoopbackConnector>>;
let faults: ReturnType<typeof faultyStore>;
let desk: Desk;
const uncaught: unknown[] = [];
const note = (error: unknown) => void uncaught.push(error);
beforeAll(async () => {
  store = await openStore('file::memory:');
  connector = await startLoopbackConnector();
  faults = faultyStore(store);
  desk = await startDesk({ store: faults.store, connector });
  process.on('unhandledRejection', note);
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await connector.close();
  await store.close();
});

/** What these do is not in the way of a case: they link a channel or keep a setting. A timer that cannot be set is in tests/app/ring-timers.test.ts. */
const ELSEWHERE = new Set([
  'desk.linkChannel',
  'desk.saveLinkCode',
  'desk.tryLinkCode',
  'desk.spendLinkCode',
  'people.setTextOnly',
  'cases.adoptPost',
  'outbox.hurry',
  'outbox.parked',
  'outbox.park',
  'timers.ensure',
  'timers.set',
  // Read by the commands for the clerk's records, at a terminal, which say that they failed.
  'records.page',
  'records.clearable',
  'records.messagesTo',
  'access.ofPerson',
  // In the second test below.
  'records.ended',
  'records.wipe',
  'records.clear',
]);

/** What only the later life of a case calls; all of it for each method would take minutes. */
const AFTERWARDS = /^(?:guidance|tallies|records|access|timers\.isSet|cases\.(?:questions|factsOf|setHold|posts))/u;

/** Nobody opens the urgent case for so long, so that its timer rings. */
const NEXT_ALARM_MS = 16 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

it('S11: whichever method of the store fails, before its work or after it, nothing is lost, and whoever waits is told', async () => {
  const [apology] = SPEAKER.say('crash').split('.');
  const told = { faults: 0, apologies: 0, silent: 0, lost: 0 };
  const never: string[] = [];
  let n = 0;
  for (const method of methodsOf(store).filter((one) => !ELSEWHERE.has(one)))
    for (const moment of ['before', 'after'] as const) {
      n += 1;
      if (!(await live(n, method, moment))) never.push(method);
    }
  tell('S11', { ...told, uncaught: uncaught.length });
  expect([...new Set(never)]).toEqual([]);
  expect({ silent: told.silent, lost: told.lost, uncaught }).toEqual({ silent: 0, lost: 0, uncaught: [] });

  /** The whole life of one case, with one fault in it; whoever was told that it failed does it again, as people do. False when nothing called the method. */
  async function live(number: number, method: string, moment: Moment): Promise<boolean> {
    connector.calls.length = 0;
    faults.arm(method, moment);
    // The first two tries of the post fail, so that waiting, slowing down and telling of trouble have their turn too.
    const busy = { kind: 'status', status: 429, retryAfter: 1 } as const;
    connector.fail([busy, busy], ({ kind }) => kind === 'thread');
    const serviceUrl = connector.url;
    const from = { serviceUrl, person: councillor(number) };
    await insist(() => sendCase(serviceUrl, number));
    await work();
    await desk.after(NEXT_ALARM_MS).catch(() => {});
    await work();
    const { id, reference } = await caseOf(number);
    await insist(() => message(from, `status ${reference}`));
    await insist(() => execute(atDesk(serviceUrl), 'case.open', { data: { caseId: id } }));
    await insist(() => message(from, 'my cases'));
    await insist(() => message({ ...atDesk(serviceUrl) }, 'cases', { mention: true }));
    const { version } = await caseOf(number);
    const data = { act: 'answer', caseId: id, version: String(version), answer: `Advice ${number}` };
    await insist(() => execute(atDesk(serviceUrl), 'case.do', { data }));
    await work();
    await insist(() => execute(from, 'case.more', { data: { reference, more: 'And on Sunday?' } }));
    await work();
    if (AFTERWARDS.test(method)) await afterwards(number, await caseOf(number));
    const happened = faults.disarm();
    if (happened) told.faults += 1;
    await work();
    await isWhole(number);
    // A finished case has no timers, so that the next life is not about this one too.
    await insist(() => message(from, `close ${reference}`));
    await work();
    return happened;
  }

  /** What is done with an answered case, and what happens to it by itself. */
  async function afterwards(number: number, { id, reference }: Case): Promise<void> {
    const from = { serviceUrl: connector.url, person: councillor(number) };
    await keepAnswer(number, id);
    await insist(() => message(from, 'can I put my phone number on my page?'));
    // "open" without a number looks for the thread in which it was typed.
    for (const said of [`hold ${reference} a request`, `log ${reference}`, 'report', 'open'])
      await insist(() => message(atDesk(connector.url), said, { mention: true }));
    for (const said of ['my data', 'forget me']) await insist(() => message(from, said));
    // Nobody answers what was added, so it is overdue.
    await desk.after(8 * DAY_MS).catch(() => {});
    await work();
  }

  /** The clerk saves the answer for others, and looks at what is saved. */
  async function keepAnswer(number: number, caseId: string): Promise<void> {
    const at = atDesk(connector.url);
    const id = `guidance-${number}`;
    const form = { id, caseId, version: '0', question: `May we raffle hamper ${number}?`, answer: `Yes, ${number}.` };
    for (const verb of ['guidance.preview', 'guidance.publish']) await insist(() => execute(at, verb, { data: form }));
    await insist(() => message(at, 'guidance', { mention: true }));
    const saved = await store.guidance.byId(TENANT_ID, id);
    if (saved?.version !== 1) told.lost += 1;
    await insist(() => message(at, `guidance ${saved?.reference}`, { mention: true }));
    await insist(() => execute(at, 'guidance.history', { data: { id } }));
  }

  /** Does it, and again when it was told that it failed. Silence is a fault of its own. */
  async function insist(activity: () => ReturnType<typeof message>): Promise<void> {
    for (let tries = 0; tries < 3; tries += 1) {
      const before = connector.shown().length;
      const answer = await desk.send(activity());
      const said = shownBy(answer) + JSON.stringify(connector.shown().slice(before));
      if (said === '{}[]') told.silent += 1;
      if (!said.includes(apology ?? '')) return;
      told.apologies += 1;
    }
  }

  /** Works everything off, past any lease. A round that fails is begun again, as the worker does. */
  async function work(): Promise<void> {
    const timekeeper = createTimekeeper({
      store: faults.store,
      speakerOf: () => SPEAKER,
      wakeDelivery: () => {},
      retain: async () => {},
      clock: desk.clock,
      log: { info: () => {}, warn: () => {}, error: () => {} },
    });
    await timekeeper.round().catch(() => {});
    await desk.drain(200);
  }

  /** One case, with everything on it that was said, and each of its messages gone out. */
  async function isWhole(number: number): Promise<void> {
    const cases = await store.cases.ofCouncillor(TENANT_ID, councillor(number).id);
    const [one] = cases;
    const kinds = one?.events.map(({ kind }) => kind).filter((kind) => kind === 'answered' || kind === 'followed_up');
    const shown = JSON.stringify(connector.shown());
    const arrived = one && shown.includes(`Advice ${number}`) && shown.includes(one.reference);
    const whole = cases.length === 1 && kinds?.includes('answered') && kinds.includes('followed_up') && arrived;
    if (!whole) told.lost += 1;
  }
});

it('S11: whichever step of the daily clearing fails, the words of an old case are gone after the next one', async () => {
  const settings = SPEAKER.council.records;
  const clock = () => Date.now() + 800 * DAY_MS;
  let n = 1_000;
  for (const method of ['records.ended', 'records.wipe', 'records.clear'])
    for (const moment of ['before', 'after'] as const) {
      n += 1;
      await desk.send(sendCase(connector.url, n));
      const { id, reference } = await caseOf(n);
      await desk.send(message({ serviceUrl: connector.url, person: councillor(n) }, `cancel ${reference}`));
      faults.arm(method, moment);
      await expect(retain(TENANT_ID, { store: faults.store, settings, clock })).rejects.toThrow('the store failed');
      await retain(TENANT_ID, { store: faults.store, settings, clock });
      expect(await store.cases.byId(TENANT_ID, id)).toMatchObject({
        reference,
        question: '',
        wiped: expect.any(Number),
      });
    }
});

async function caseOf(n: number) {
  const [one] = await store.cases.ofCouncillor(TENANT_ID, councillor(n).id);
  if (!one) throw new Error(`no case ${n}`);
  return one;
}
