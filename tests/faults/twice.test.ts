import { openStore } from '../../src/adapters/storage/open-store';
import type { Store } from '../../src/app/ports';
import { KEN as DEPUTY } from '../app/rig';
import { execute, type From, message, PRIYA, type TeamsActivity, type TeamsPerson } from '../contract/rig/activities';
import { buttonOf, cardOf } from '../contract/rig/council';
import { startLoopbackConnector } from '../contract/rig/loopback-connector';
import { type Desk, shownBy, startDesk } from './rig/desk';
import { times } from './rig/form';
import { atDesk, councillor, sendCase, TENANT_ID } from './rig/people';
import { tell } from './rig/tell';

/** Who acts at the desk must be on the council's list, too. */
const KEN: TeamsPerson = { user: '29:ken', ...DEPUTY };

let store: Store;
let connector: Awaited<ReturnType<typeof startLoopbackConnector>>;
let one: Desk;
let two: Desk;
beforeEach(async () => {
  store = await openStore('file::memory:');
  connector = await startLoopbackConnector();
  [one, two] = [
    await startDesk({ store, connector, clerkIds: [KEN.id] }),
    await startDesk({ store, connector, clerkIds: [KEN.id] }),
  ];
});
afterEach(async () => {
  await connector.close();
  await store.close();
});

async function openCases(count: number) {
  for (let n = 0; n < count; n += 1) await one.send(sendCase(connector.url, n));
  return Promise.all(Array.from({ length: count }, (_, n) => caseOf(n)));
}

async function caseOf(n: number) {
  const [found] = await store.cases.ofCouncillor(TENANT_ID, councillor(n).id);
  if (!found) throw new Error(`no case ${n}`);
  return found;
}

/** What a clerk presses on a card that shows the case at a version. */
function pressOf(from: From, act: string, data: { readonly caseId: string; readonly version: number }): TeamsActivity {
  return execute(from, 'case.do', { data: { ...data, act, version: String(data.version), answer: 'Advice' } });
}

/** Teams delivers an activity again under another id. */
function again(activity: TeamsActivity, id: string): TeamsActivity {
  return { ...activity, id };
}

it('D1: a message that is delivered five times at once, to two instances, is handled once', async () => {
  const count = times({ short: 30, long: 200 });
  const answers: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const before = connector.shown().length;
    const from = { serviceUrl: connector.url, person: councillor(n) };
    await Promise.all(five(message(from, `ask clerk may I film item ${n} of the agenda?`)));
    const asked = connector.shown().slice(before);
    const { verb, data } = buttonOf(cardOf(asked[0] ?? fail('no answer')), 'case.send');
    await Promise.all(
      five(execute(from, verb, { data: { ...data, question: `May I film item ${n} of the agenda?` } })),
    );
    answers.push(asked.length);
  }
  const cases = await store.cases.countWaiting(TENANT_ID, 'clerk');
  tell('D1', { messages: count, 'delivered each': 5, answers: answers.length, cases });
  expect(answers.filter((shown) => shown !== 1)).toEqual([]);
  expect(cases).toBe(count);

  function five(activity: TeamsActivity) {
    return [one, two, one, two, one].map((desk) => desk.send(activity));
  }
});

it('D2: of two clerks who take a case at the same moment on two instances one wins, and the other sees who has it', async () => {
  const count = times({ short: 40, long: 200 });
  let [winners, losers] = [0, 0];
  for (const { id } of await openCases(count)) {
    const press = { caseId: id, version: 1 };
    const shown = await Promise.all([
      one.send(pressOf(atDesk(connector.url), 'take', press)),
      two.send(pressOf(atDesk(connector.url, KEN), 'take', press)),
    ]);
    expect(shown.map(({ status }) => status)).toEqual([200, 200]);
    const now = await store.cases.byId(TENANT_ID, id);
    const taken = now?.events.filter(({ kind }) => kind === 'taken') ?? [];
    winners += taken.length;
    losers += shown.filter((answer) => shownBy(answer).includes(`${taken[0]?.by.name} has already taken`)).length;
  }
  tell('D2', { cases: count, winners, 'losers who saw the winner': losers });
  expect([winners, losers]).toEqual([count, count]);
});

it('D3: a press that is delivered again, also under a new id, has one effect and shows the same card', async () => {
  const count = times({ short: 20, long: 100 });
  let effects = 0;
  for (const { id } of await openCases(count)) {
    const press = pressOf(atDesk(connector.url), 'answer', { caseId: id, version: 1 });
    const twice = await Promise.all([one.send(press), two.send(press)]);
    const later = await Promise.all([one.send(again(press, `${id}-3`)), two.send(again(press, `${id}-4`))]);
    const shown = new Set([...twice, ...later].map(shownBy));
    expect(shown.size).toBe(1);
    effects += ((await store.cases.byId(TENANT_ID, id))?.version ?? 0) - 1;
  }
  tell('D3', { presses: count, 'delivered each': 4, effects });
  expect(effects).toBe(count);
});

describe('D4: a card that is not the present one changes nothing', () => {
  it('an old card says so, and shows the present one', async () => {
    const [{ id } = await caseOf(0)] = await openCases(1);
    await one.send(pressOf(atDesk(connector.url), 'take', { caseId: id, version: 1 }));
    await one.send(pressOf(atDesk(connector.url), 'note', { caseId: id, version: 2 }));
    const shown = await two.send(pressOf(atDesk(connector.url), 'answer', { caseId: id, version: 2 }));
    expect(shown.status).toBe(200);
    expect(shownBy(shown)).toContain('"version":3');
    expect(shownBy(shown)).toContain('Advice');
    expect((await caseOf(0)).events.map(({ kind }) => kind)).toEqual(['opened', 'taken', 'noted']);
  });

  it.each([
    ['a case that does not exist', 'no-such-case', PRIYA],
    ['a case of nobody', '', PRIYA],
    ['somebody who is no clerk', undefined, councillor(7)],
  ] as const)('a press about %s is refused politely', async (_, caseId, person) => {
    const [{ id } = await caseOf(0)] = await openCases(1);
    const press = pressOf(atDesk(connector.url, person), 'answer', { caseId: caseId ?? id, version: 1 });
    const shown = await one.send(press);
    expect(shown.status).toBe(200);
    expect(shownBy(shown)).not.toContain('threatens');
    expect((await caseOf(0)).version).toBe(1);
  });

  it('a press about a case of another council is refused politely', async () => {
    const [{ id } = await caseOf(0)] = await openCases(1);
    const elsewhere = { ...atDesk(connector.url), tenant: '00000000-0000-4000-8000-000000000099' };
    const shown = await one.send(pressOf(elsewhere, 'answer', { caseId: id, version: 1 }));
    expect(shownBy(shown)).not.toContain('threatens');
    expect((await caseOf(0)).version).toBe(1);
  });

  it('another councillor can do nothing with a case by its reference', async () => {
    const [{ reference } = await caseOf(0)] = await openCases(1);
    const other = { serviceUrl: connector.url, person: councillor(8) };
    for (const verb of ['case.withdraw', 'case.more', 'case.close', 'case.reopen']) {
      const shown = await one.send(execute(other, verb, { data: { reference, more: 'x' } }));
      expect(shownBy(shown)).not.toContain('threatens');
    }
    const changes = (await caseOf(0)).version - 1;
    tell('D4', { 'presses by another councillor': 4, changes });
    expect(changes).toBe(0);
  });
});

function fail(why: string): never {
  throw new Error(why);
}
