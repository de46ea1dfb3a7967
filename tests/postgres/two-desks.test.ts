import { openStore } from '../../src/adapters/storage/open-store';
import type { Assistant } from '../../src/app/assistant';
import type { Store } from '../../src/app/ports';
import { assemble } from '../../src/assemble';
import { createSpeaker } from '../../src/core/conversation/speaker';
import type { Person } from '../../src/core/model';
import type { Turn } from '../../src/core/reply';
import { understand } from '../../src/understanding';
import { newGuidance } from '../adapters/storage/samples';
import { COUNCIL, KNOWLEDGE, newCouncil, recordingMessenger } from '../app/rig';
import { tell } from '../faults/rig/tell';
import { freshDatabases } from './fresh-database';

/** The short form, and with LONG=1 the form of a release. */
const CASES = process.env.LONG === '1' ? 200 : 60;
const MESSAGES = 50;
const TENANT = 'council-1';
const CLERKS: readonly Person[] = [0, 1, 2, 3].map((n) => ({ id: `clerk-${n}`, name: `Clerk ${n}` }));
const SPEAKER = createSpeaker(KNOWLEDGE, { ...COUNCIL, clerks: CLERKS });
const UNDERSTANDING = understand(KNOWLEDGE);

const fresh = freshDatabases();
// Some thousand presses, on a machine that may have other work.
jest.setTimeout(300_000);

describe.each([2, 4])('%i desks on one database', (count) => {
  let stores: readonly Store[];
  let apps: readonly (ReturnType<typeof newCouncil> & { readonly assistant: Assistant })[];
  beforeEach(async () => {
    const url = await fresh();
    stores = await Promise.all(Array.from({ length: count }, () => openStore(url)));
    apps = stores.map((store) => {
      const assistant = assistantOn(store);
      return { assistant, ...newCouncil(TENANT, { store, assistant }) };
    });
    await apps[0]?.link(CLERKS.map(({ id }) => id));
  });
  afterEach(() => Promise.all(stores.map((store) => store.close())));

  const everywhere = <Result>(act: (app: (typeof apps)[number], n: number) => Promise<Result>) =>
    Promise.all(apps.map(act));

  /** Urgent, because that joins no other question. Every "send" comes to all desks at once. */
  async function openCases(): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let n = 0; n < CASES; n++) {
      const from = { id: `councillor-${n}`, name: `Cllr ${n}` };
      const data = { requestId: `r${n}`, question: `Number ${n} threatens me.`, reason: 'urgent', desk: 'clerk' };
      await everywhere((app) => app.press('case.send', data, { from }));
      const cases = (await apps[0]?.cases(from)) ?? [];
      ids.push(...cases.map(({ id }) => id));
    }
    return ids;
  }

  /** All clerks press the same button of one card at once, each at a desk of their own. */
  async function race(caseId: string, act: 'take' | 'answer', version: number) {
    const data = { act, caseId, version: String(version), answer: 'Advice' };
    const turns = await everywhere((app, n) =>
      app.press('case.do', data, { from: CLERKS[n] ?? fail(), scope: 'channel', conversation: 'clerks' }),
    );
    const one = (await stores[0]?.cases.byId(TENANT, caseId)) ?? fail();
    const done = turns.filter(
      ({ reply }) => reply.fields.news === SPEAKER.say(`done_${act}`, { reference: one.reference }),
    );
    return { one, turns, won: turns.indexOf(done[0] ?? fail()), winners: done.length };
  }

  it('have one winner for each of many cases that all clerks take at once, and tell the others who has it', async () => {
    const ids = await openCases();
    const references = new Set<string>();
    let [winners, told, entries, answers, toldAgain] = [0, 0, 0, 0, 0];
    for (const id of ids) {
      const taken = await race(id, 'take', 1);
      const holder = CLERKS[taken.won] ?? fail();
      const says = (turn: Turn) => turn.reply.fields.news === SPEAKER.say('already_taken', { name: holder.name });
      winners += taken.winners;
      told += taken.turns.filter(says).length;
      entries += taken.one.events.filter(({ kind, by }) => kind === 'taken' && by.id === holder.id).length;
      expect([taken.one.version, taken.one.events.length]).toEqual([2, 2]);
      references.add(taken.one.reference);
      const answered = await race(id, 'answer', 2);
      expect([answered.won, answered.one.state, answered.one.events.length]).toEqual([taken.won, 'answered', 3]);
      answers += answered.winners;
      toldAgain += answered.turns.filter((turn) => says(turn) && turn.reply.fields.typed === 'Advice').length;
    }
    tell(`${count} desks, take, then answer`, {
      cases: ids.length,
      references: references.size,
      winners,
      told,
      entries,
      answers,
      'told again': toldAgain,
    });
    const losers = CASES * (count - 1);
    expect([ids.length, references.size, winners, told, entries]).toEqual([CASES, CASES, CASES, losers, CASES]);
    expect([answers, toldAgain]).toEqual([CASES, losers]);
  });

  it('let one of all clerks answer each of many cases that nobody has taken, and keep the words of the others', async () => {
    const ids = await openCases();
    let [winners, kept, entries] = [0, 0, 0];
    for (const id of ids) {
      const answered = await race(id, 'answer', 1);
      winners += answered.winners;
      kept += answered.turns.filter(({ reply }) => reply.fields.typed === 'Advice').length;
      entries += answered.one.events.filter(({ kind }) => kind === 'answered').length;
    }
    const waiting = (await stores[0]?.outbox.counts(Number.MAX_SAFE_INTEGER))?.waiting;
    tell(`${count} desks, answer`, { cases: ids.length, winners, kept, entries, waiting: waiting ?? 0 });
    expect([winners, kept, entries]).toEqual([CASES, CASES * (count - 1), CASES]);
    // The post, the answer and both cards, each once.
    expect(waiting).toBe(4 * CASES);
  });

  it('handle a message that comes to all of them once', async () => {
    let handled = 0;
    for (let n = 0; n < MESSAGES; n++) {
      const message = { ...(apps[0] ?? fail()).message('my cases'), id: `message-${n}` };
      const turns = await everywhere(({ assistant }) => assistant.onMessage(message));
      handled += turns.filter((turn) => turn !== undefined).length;
    }
    tell(`${count} desks, one message`, { messages: MESSAGES, handled });
    expect(handled).toBe(MESSAGES);
  });

  it('find what one of them saves as guidance with the next question, and no longer once it is retired', async () => {
    const text = 'may I wear the chain of office in a video';
    const shows = async () => {
      const turns = await everywhere((app, n) => app.say(text, { conversation: `chat-${n}` }));
      return turns.map(({ reply }) => JSON.stringify(reply).includes('Only the chair.'));
    };
    expect(await shows()).toEqual(apps.map(() => false));
    const words = {
      tenant: TENANT,
      ways: [],
      question: 'May I wear the chain of office in a video?',
      answer: 'Only the chair.',
    };
    for (const [version, state] of [
      [1, 'published'],
      [2, 'retired'],
      [3, 'published'],
    ] as const) {
      const saving = stores[version % count] ?? fail();
      expect(await saving.guidance.save(newGuidance('g', { ...words, version, state }))).toBeDefined();
      expect(await shows()).toEqual(apps.map(() => state === 'published'));
    }
  });
});

function assistantOn(store: Store): Assistant {
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const { messenger } = recordingMessenger();
  const means = {
    speaker: SPEAKER,
    understanding: UNDERSTANDING,
    store,
    messenger,
    wakeDelivery: () => {},
    log: silent,
  };
  return assemble(means).assistant;
}

function fail(): never {
  throw new Error('There is none.');
}
