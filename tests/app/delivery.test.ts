import { openStore } from '../../src/adapters/storage/open-store';
import { createDelivery } from '../../src/app/delivery';
import { outgoingFor } from '../../src/app/outgoing';
import type { LogFacts, Sent, Store } from '../../src/app/ports';
import { changeCase } from '../../src/core/cases/change-case';
import type { Case, CaseEvent } from '../../src/core/model';
import { CLERK_CHANNEL, PRIYA, recordingMessenger, SAM, SPEAKER, textOf } from './rig';

const TENANT = 'council-1';
const START = Date.parse('2026-11-23T14:30:00Z');
const POSTED = { kind: 'sent', address: 'post-1' } as const;

let store: Store;
beforeEach(async () => {
  store = await openStore('file::memory:');
});
afterEach(() => store.close());

/** Delivery on a clock that stands still until it is moved, with dice that always fall alike. */
async function startDelivery(given: { readonly random?: number; readonly linked?: false } = {}) {
  if (given.linked !== false) await store.desk.linkChannel(TENANT, CLERK_CHANNEL, START);
  const answers: (Sent | Promise<Sent> | Error)[] = [];
  const lines: (readonly [string, LogFacts | undefined])[] = [];
  const { messenger, calls } = recordingMessenger(() => {
    const answer = answers.shift() ?? POSTED;
    return answer instanceof Error ? Promise.reject(answer) : answer;
  });
  let now = START;
  const write = (said: string, facts?: LogFacts) => void lines.push([said, facts]);
  const delivery = createDelivery({
    store,
    messenger,
    speaker: SPEAKER,
    clock: () => now,
    random: () => given.random ?? 1,
    log: { info: write, warn: write, error: write },
  });
  return {
    ...delivery,
    calls,
    answers,
    lines,
    kinds: () => calls.map(({ what, reply }) => `${what} ${reply?.card}`),
    /** Moves the clock and works the outbox; tells how many sends were tried. */
    after: async (ms: number) => {
      now += ms;
      const before = calls.length;
      await delivery.round();
      return calls.length - before;
    },
  };
}

async function openCase(id = 'case-1'): Promise<Case> {
  const opened = await store.cases.open(
    {
      id,
      requestId: id,
      tenant: TENANT,
      reason: 'asked_for',
      councillor: SAM,
      councillorAddress: 'to:sam',
      question: 'May I film?',
      nearest: [],
    },
    START,
  );
  return opened.case;
}

async function happen(before: Case, event: CaseEvent): Promise<Case> {
  const changed = changeCase(before, event);
  if (!changed || !(await store.cases.change(changed, outgoingFor(changed), START))) throw new Error('not changed');
  return changed;
}

const answered = { kind: 'answered', at: START, by: PRIYA, text: 'No.' } as const;
const followed = { kind: 'followed_up', at: START, by: SAM, text: 'And on Sunday?' } as const;

it('posts a question, then the answer, the follow-up and the newest card, each once and in order', async () => {
  const delivery = await startDelivery();
  const opened = await openCase();
  await delivery.round();
  await happen(await happen(opened, answered), followed);
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
  const delivery = await startDelivery();
  delivery.answers.push({ kind: 'try-again' });
  const opened = await openCase();
  await delivery.round();
  await happen(opened, { kind: 'withdrawn', at: START, by: SAM });
  await delivery.after(3_600_000);
  const reply = delivery.calls[1]?.reply;
  expect(reply && textOf(reply)).toContain(SPEAKER.say('state_withdrawn'));
});

it('waits as long as the service asks', async () => {
  const delivery = await startDelivery();
  delivery.answers.push({ kind: 'try-again', afterMs: 90_000 });
  await openCase();
  expect(await delivery.after(0)).toBe(1);
  expect(await delivery.after(89_999)).toBe(0);
  expect(await delivery.after(1)).toBe(1);
});

it.each([
  ['at least a second, though the service asks for less', 1, { kind: 'try-again', afterMs: 5 }],
  ['at least a second, though the dice say less', 0, { kind: 'try-again' }],
] as const)('waits %s', async (_, random, answer) => {
  const delivery = await startDelivery({ random });
  delivery.answers.push(answer);
  await openCase();
  expect(await delivery.after(0)).toBe(1);
  expect(await delivery.after(999)).toBe(0);
  expect(await delivery.after(1)).toBe(1);
});

it('waits twice as long each time, and never more than ten minutes', async () => {
  const delivery = await startDelivery();
  const seconds = [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600];
  for (const _ of seconds) delivery.answers.push({ kind: 'try-again' });
  await openCase();
  await delivery.round();
  for (const wait of seconds) {
    expect([wait, await delivery.after(wait * 1000 - 1)]).toEqual([wait, 0]);
    expect([wait, await delivery.after(1)]).toEqual([wait, 1]);
  }
  expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 0 });
});

it('never gives up a question for the clerk, whether the channel is away or not linked', async () => {
  const delivery = await startDelivery({ linked: false });
  await openCase();
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
  const delivery = await startDelivery();
  const opened = await openCase();
  await delivery.round();
  delivery.answers.push({ kind: 'unreachable' });
  await happen(opened, answered);
  await delivery.round();
  expect(delivery.kinds().slice(1)).toEqual(['post clerk-answer', 'update clerk-case']);
  expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 1 });
  expect(delivery.lines).toContainEqual(['outgoing message parked', expect.objectContaining({ kind: 'answer' })]);
  expect(await delivery.after(3_600_000)).toBe(0);
});

it('parks an answer after eight tries', async () => {
  const delivery = await startDelivery();
  const opened = await openCase();
  await delivery.round();
  for (let tried = 0; tried < 8; tried++) delivery.answers.push({ kind: 'try-again' });
  await happen(opened, answered);
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
  const delivery = await startDelivery();
  delivery.answers.push({ kind: 'sent' });
  const opened = await openCase();
  await delivery.round();
  await happen(opened, event);
  await delivery.round();
  expect(delivery.kinds()[1]).toBe(sent);
  expect((await store.outbox.counts()).parked).toBeGreaterThanOrEqual(parked);
});

it('a messenger that throws is tried again, and its words are not logged', async () => {
  const delivery = await startDelivery();
  delivery.answers.push(new TypeError('May I film?'));
  await openCase();
  expect(await delivery.after(0)).toBe(1);
  expect(await store.outbox.counts()).toEqual({ waiting: 1, parked: 0 });
  expect(delivery.lines).toContainEqual(['sending failed', { outgoing: 'case-1:1:clerk-post', error: 'TypeError' }]);
  expect(JSON.stringify(delivery.lines)).not.toContain('May I film');
  expect(await delivery.after(3_600_000)).toBe(1);
  expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 0 });
});

it('one case that fails does not hold up another', async () => {
  const delivery = await startDelivery();
  delivery.answers.push(new Error('away'));
  await openCase('case-1');
  await openCase('case-2');
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
    speaker: SPEAKER,
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
  await happen(await openCase(), answered);
  await delivery.round();
  expect(asked).toEqual([false, true]);
});

describe('started', () => {
  it('sends what waits, and what it is woken for while it runs, and then stops for good', async () => {
    let release = () => {};
    const delivery = await startDelivery();
    const held = new Promise<Sent>((resolve) => {
      release = () => resolve(POSTED);
    });
    delivery.answers.push(held);
    await openCase('case-1');
    delivery.start();
    await until(() => delivery.calls.length === 1);
    await openCase('case-2');
    delivery.wake();
    delivery.wake();
    expect(delivery.calls).toHaveLength(1);
    release();
    await until(() => delivery.calls.length === 2);
    await delivery.stop();
    await openCase('case-3');
    delivery.wake();
    await delivery.stop();
    expect(delivery.calls).toHaveLength(2);
  });

  it('stop waits for what is being sent and takes nothing new', async () => {
    let release = () => {};
    const delivery = await startDelivery();
    const held = new Promise<Sent>((resolve) => {
      release = () => resolve(POSTED);
    });
    delivery.answers.push(held);
    await openCase('case-1');
    delivery.start();
    await until(() => delivery.calls.length === 1);
    let stopped = false;
    const stopping = delivery.stop().then(() => {
      stopped = true;
    });
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    release();
    await stopping;
    expect(await store.outbox.counts()).toEqual({ waiting: 0, parked: 0 });
  });

  it('an outbox that fails is logged by its kind of error, and looked at again', async () => {
    const working = store;
    let failures = 0;
    store = {
      ...working,
      outbox: {
        ...working.outbox,
        claim: async (...given) => {
          failures += 1;
          if (failures === 1) throw new RangeError('May I film?');
          return working.outbox.claim(...given);
        },
      },
    };
    const delivery = await startDelivery();
    await openCase();
    delivery.start();
    await until(() => delivery.lines.length === 1);
    expect(delivery.lines).toEqual([['the outbox could not be worked', { error: 'RangeError' }]]);
    delivery.wake();
    await until(() => delivery.calls.length === 1);
    await delivery.stop();
  });

  it('does nothing when it is woken before', async () => {
    const delivery = await startDelivery();
    await openCase();
    delivery.wake();
    await delivery.stop();
    expect(delivery.calls).toEqual([]);
  });
});

async function until(found: () => boolean): Promise<void> {
  while (!found()) await new Promise(setImmediate);
}
