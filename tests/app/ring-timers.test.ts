import { openStore } from '../../src/adapters/storage/open-store';
import { createDelivery } from '../../src/app/delivery';
import type { Timer } from '../../src/app/outbox-ports';
import type { Store } from '../../src/app/ports';
import { createTimekeeper, startCouncilTimers } from '../../src/app/ring-timers';
import type { Case } from '../../src/core/cases/case';
import { createSpeaker, type Speaker } from '../../src/core/conversation/speaker';
import type { Clerk } from '../../src/core/council';
import { answered, followed, happen, openCase, START, TENANT } from './delivery-rig';
import { CLERK_CHANNEL, COUNCIL, KNOWLEDGE, PRIYA, recordingMessenger, SPEAKER, textOf } from './rig';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const at = (moment: string) => Date.parse(moment);

const [CLERK] = COUNCIL.clerks;
if (!CLERK) throw new Error('The council of the tests has no clerk.');
const KEN: Clerk = { name: 'Ken Ford', id: 'ken', deputy: true };
const WITH_DEPUTY = speakerWith([CLERK, KEN]);
const ALONE = speakerWith([CLERK]);

function speakerWith(clerks: readonly Clerk[]): Speaker {
  return createSpeaker(KNOWLEDGE, { ...COUNCIL, clerks });
}

let store: Store;
beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.desk.linkChannel(TENANT, CLERK_CHANNEL, START);
});
afterEach(() => store.close());

/** Timers and delivery of one instance, on a clock that is set by hand. */
function startClock(speaker: Speaker | 'unserved' = WITH_DEPUTY, on: Store = store) {
  const { messenger, calls } = recordingMessenger();
  const lines: unknown[] = [];
  const retained: string[] = [];
  const write = (...line: readonly unknown[]) => void lines.push(line);
  const log = { info: () => {}, warn: write, error: write };
  let now = START;
  const shared = { store: on, speakerOf: () => (speaker === 'unserved' ? undefined : speaker), clock: () => now, log };
  const delivery = createDelivery({ ...shared, messenger, random: () => 1 });
  const retain = async (tenant: string) => void retained.push(tenant);
  const timekeeper = createTimekeeper({ ...shared, retain, wakeDelivery: delivery.wake });
  const ring = async (moment: string | number) => {
    now = typeof moment === 'string' ? at(moment) : moment;
    const before = calls.length;
    await timekeeper.round();
    await delivery.round();
    return calls.slice(before).flatMap(({ reply }) => (reply ? [textOf(reply)] : []));
  };
  return {
    ...timekeeper,
    calls,
    lines,
    retained,
    ring,
    /** Goes on in steps of a minute at most, as a clock does; gives what was posted or added to a thread, and when. */
    go: async (until: number, card: string) => {
      const found: string[] = [];
      while (now < until) {
        const before = calls.length;
        await ring(Math.min(until, now + 5 * MINUTE_MS));
        for (const { reply } of calls.slice(before))
          if (reply?.card === card) found.push(new Date(now).toISOString().slice(11, 16));
      }
      return found;
    },
  };
}

async function kept(id = 'case-1'): Promise<Case> {
  const one = await store.cases.byId(TENANT, id);
  if (!one) throw new Error('no case');
  return one;
}

const eventsOf = async (id?: string) => (await kept(id)).events.map(({ kind }) => kind);

/** Due within two working days, so on Tuesday the first of December at one. */
const DUE = SPEAKER.office.due(START)?.overdueAt ?? 0;
const openDue = (changes: Parameters<typeof openCase>[2] = {}) => openCase(store, 'case-1', { due: DUE, ...changes });

describe('a case that nobody answers', () => {
  it('is brought up again at half time, once, while somebody is on duty', async () => {
    const clock = startClock();
    await openDue();
    const nudge = SPEAKER.office.nudgeAt(START) ?? 0;
    expect(SPEAKER.office.onDuty(nudge)).not.toEqual([]);
    await clock.ring(nudge - 1);
    expect(await eventsOf()).toEqual(['opened']);
    const said = await clock.ring(nudge);
    expect(said.join()).toContain('waits for an answer');
    await clock.ring(DUE - 1);
    expect(await eventsOf()).toEqual(['opened', 'nudged']);
  });

  it('goes to the deputy when it is overdue, once, and the thread says so at the next working start', async () => {
    const clock = startClock();
    await openDue();
    await clock.ring(DUE);
    expect((await kept()).events.at(-1)).toMatchObject({ kind: 'passed', why: 'overdue', to: { id: 'ken' } });
    const start = WITH_DEPUTY.office.nextOnDuty(DUE)?.at ?? 0;
    expect(start).toBeGreaterThan(DUE);
    expect((await clock.ring(start - 1)).join()).not.toContain('Ken Ford');
    expect((await clock.ring(start)).join()).toContain('passed to Ken Ford');
    await clock.ring(DUE + 30 * DAY_MS);
    expect((await eventsOf()).filter((kind) => kind === 'passed')).toHaveLength(1);
  });

  it.each<[string, Speaker, boolean]>([
    ['there is no deputy', ALONE, false],
    ['the deputy is away', speakerWith([CLERK, { ...KEN, leave: [{ from: '2026-11-01', to: '2026-12-31' }] }]), false],
    ['it is about the clerk', WITH_DEPUTY, true],
  ])('is only brought up again when it is overdue and %s', async (_, speaker, aboutClerk) => {
    const clock = startClock(speaker);
    await openDue({ desk: aboutClerk ? 'alternate' : 'clerk' });
    await clock.ring(DUE);
    await clock.ring(DUE + DAY_MS);
    expect((await eventsOf()).filter((kind) => kind === 'passed')).toEqual([]);
    expect((await kept()).events.filter((event) => event.kind === 'nudged' && event.at >= DUE)).toHaveLength(1);
  });

  it('is not passed to a deputy who has it', async () => {
    const clock = startClock();
    await happen(store, await openDue(), { kind: 'taken', at: START, by: { id: 'ken', name: 'Ken Ford' } });
    await clock.ring(DUE);
    expect((await kept()).events.at(-1)?.kind).toBe('nudged');
    expect((await kept()).state).toBe('taken');
  });

  it('goes to the deputy also when nothing ran at half time', async () => {
    await openDue();
    await startClock().ring(DUE + DAY_MS);
    expect(await eventsOf()).toEqual(['opened', 'passed']);
  });

  it('has its time begin anew when the councillor adds something', async () => {
    const clock = startClock();
    const asked = DUE - HOUR_MS;
    await happen(store, await openDue(), { ...followed, at: asked });
    await clock.ring(DUE);
    expect((await eventsOf()).filter((kind) => kind === 'passed')).toEqual([]);
    await clock.ring(SPEAKER.office.due(asked)?.overdueAt ?? 0);
    expect((await eventsOf()).filter((kind) => kind === 'passed')).toHaveLength(1);
  });

  it('that was answered in the moment in which it is overdue is let be', async () => {
    const opened = await openDue();
    let raced = false;
    const racing: Store = {
      ...store,
      cases: {
        ...store.cases,
        change: async (...given) => {
          if (!raced) await happen(store, opened, { ...answered, at: DUE });
          raced = true;
          return store.cases.change(...given);
        },
      },
    };
    await startClock(WITH_DEPUTY, racing).ring(DUE);
    expect(await eventsOf()).toEqual(['opened', 'answered']);
  });

  it('that got a note in the moment in which it is overdue goes to the deputy all the same', async () => {
    const opened = await openDue();
    let raced = false;
    const racing: Store = {
      ...store,
      cases: {
        ...store.cases,
        change: async (...given) => {
          if (!raced) await happen(store, opened, { kind: 'noted', at: DUE - 1, by: PRIYA, text: 'x' });
          raced = true;
          return store.cases.change(...given);
        },
      },
    };
    const clock = startClock(WITH_DEPUTY, racing);
    await clock.ring(DUE);
    await clock.ring(DUE + 2 * MINUTE_MS);
    expect((await eventsOf()).filter((kind) => kind === 'passed')).toHaveLength(1);
  });
});

describe('an urgent case', () => {
  // A Saturday night, when nobody is on duty.
  const NIGHT = at('2026-11-28T23:00:00Z');
  const openUrgent = () => openCase(store, 'case-1', { reason: 'urgent' }, NIGHT);

  it('goes out at once, and again every 15 minutes, four times, while nobody opens it', async () => {
    const clock = startClock();
    await openUrgent();
    expect((await clock.ring(NIGHT)).length).toBeGreaterThan(0);
    expect(clock.calls[0]).toMatchObject({ to: CLERK_CHANNEL.address, reply: { card: 'clerk-case' } });
    expect(await clock.go(NIGHT + 3 * HOUR_MS, 'clerk-line')).toEqual(['23:15', '23:30', '23:45', '00:00']);
  });

  it('is not repeated once a clerk has opened it', async () => {
    const clock = startClock();
    await openUrgent();
    await clock.ring(NIGHT);
    expect(await clock.go(NIGHT + 20 * MINUTE_MS, 'clerk-line')).toEqual(['23:15']);
    await store.cases.markOpened(TENANT, 'case-1', NIGHT + 21 * MINUTE_MS);
    expect(await clock.go(NIGHT + 3 * HOUR_MS, 'clerk-line')).toEqual([]);
  });

  it('is not repeated more often because something is added to it', async () => {
    const clock = startClock();
    const opened = await openUrgent();
    await clock.ring(NIGHT);
    const first = await clock.go(NIGHT + 20 * MINUTE_MS, 'clerk-line');
    await happen(store, opened, { ...followed, at: NIGHT + 20 * MINUTE_MS });
    expect([...first, ...(await clock.go(NIGHT + 3 * HOUR_MS, 'clerk-line'))]).toHaveLength(4);
  });

  it('whose alarms were missed is repeated once, not once for each', async () => {
    const clock = startClock();
    await openUrgent();
    await clock.ring(NIGHT);
    await clock.ring(NIGHT + 50 * MINUTE_MS);
    expect(clock.calls.filter(({ reply }) => reply?.card === 'clerk-line')).toHaveLength(1);
    expect(await clock.go(NIGHT + 3 * HOUR_MS, 'clerk-line')).toEqual(['00:00']);
  });
});

it('what is not urgent waits for the next working start', async () => {
  const clock = startClock();
  const night = at('2026-11-25T22:00:00Z');
  await openCase(store, 'case-1', {}, night);
  await clock.ring(night);
  expect(clock.calls).toEqual([]);
  await clock.ring('2026-11-26T08:59:59Z');
  expect(clock.calls).toEqual([]);
  await clock.ring('2026-11-26T09:00:00Z');
  expect(clock.calls[0]?.reply?.card).toBe('clerk-case');
});

describe('the list in the morning', () => {
  const EVENING = at('2026-11-24T18:00:00Z');
  const lists = (calls: ReturnType<typeof startClock>['calls']) =>
    calls.filter(({ reply }) => reply?.card === 'clerk-cases');

  async function startMornings() {
    await startCouncilTimers(TENANT, store, { now: EVENING, speaker: WITH_DEPUTY });
  }

  it('comes at the next working start when something waits, and names how many', async () => {
    const clock = startClock();
    await openCase(store, 'case-1', {}, EVENING);
    await openCase(store, 'case-2', {}, EVENING);
    await startMornings();
    await clock.ring('2026-11-26T08:59:00Z');
    expect(lists(clock.calls)).toEqual([]);
    await clock.ring('2026-11-26T09:00:00Z');
    expect(lists(clock.calls)).toMatchObject([{ to: CLERK_CHANNEL.address }]);
    expect(lists(clock.calls)[0]?.reply?.notice).toContain('2');
  });

  it('does not come when nothing waits, but on the morning after all the same', async () => {
    const clock = startClock();
    await startMornings();
    await clock.ring('2026-11-26T09:00:00Z');
    expect(clock.calls).toEqual([]);
    await openCase(store, 'case-1', {}, at('2026-11-28T10:00:00Z'));
    await clock.ring('2026-12-01T09:00:00Z');
    expect(lists(clock.calls)).toHaveLength(1);
  });

  it('comes once a morning from two instances, also when the second one has its clock behind', async () => {
    const [one, two] = [startClock(), startClock()];
    await openCase(store, 'case-1', {}, EVENING);
    await startMornings();
    await startMornings();
    for (const moment of ['2026-11-26T09:00:00Z', '2026-11-26T09:00:01Z', '2026-11-26T12:00:00Z'])
      await Promise.all([one.ring(moment), two.ring(at(moment) - 1)]);
    expect([...lists(one.calls), ...lists(two.calls)]).toHaveLength(1);
  });

  it('does not come twice when the clock is put back an hour, nor is it lost', async () => {
    const clock = startClock();
    await openCase(store, 'case-1', {}, EVENING);
    await startMornings();
    for (const moment of ['2026-11-26T09:00:00Z', '2026-11-26T08:00:00Z', '2026-11-26T09:30:00Z'])
      await clock.ring(moment);
    expect(lists(clock.calls)).toHaveLength(1);
    await clock.ring('2026-12-01T09:00:00Z');
    expect(lists(clock.calls)).toHaveLength(2);
  });

  it('comes once after a week in which nothing ran', async () => {
    const clock = startClock();
    await openCase(store, 'case-1', {}, EVENING);
    await startMornings();
    await clock.ring('2026-12-04T15:00:00Z');
    expect(lists(clock.calls)).toHaveLength(1);
  });
});

describe('an answered case about which nobody says anything', () => {
  it('closes after 14 days, with one notice before and one at the end', async () => {
    const clock = startClock();
    await happen(store, await openCase(store), answered);
    await clock.ring(START);
    const told = () => clock.calls.filter(({ reply }) => reply?.card === 'case-notice').length;
    await clock.ring(START + 11 * DAY_MS - 1);
    expect(told()).toBe(0);
    const [notice] = await clock.ring(START + 11 * DAY_MS);
    expect(notice).toContain(SPEAKER.say('notice_closing_soon', { reference: 'C-0001' }));
    await clock.ring(START + 14 * DAY_MS - 1);
    expect([told(), (await kept()).state]).toEqual([1, 'answered']);
    await clock.ring(START + 14 * DAY_MS);
    expect([told(), (await kept()).state]).toEqual([2, 'closed']);
    await clock.ring(START + 60 * DAY_MS);
    expect(await eventsOf()).toEqual(['opened', 'answered', 'warned', 'closed']);
  });

  it('does not close when the councillor writes again', async () => {
    const clock = startClock();
    await happen(store, await openCase(store), answered);
    await clock.ring(START + 11 * DAY_MS);
    await happen(store, await kept(), { ...followed, at: START + 12 * DAY_MS });
    await clock.ring(START + 14 * DAY_MS);
    expect((await kept()).state).toBe('followed_up');
  });
});

describe('T3: when the clock jumps', () => {
  it.each([
    ['an hour ahead', HOUR_MS],
    ['an hour back', -HOUR_MS],
    ['a day ahead', DAY_MS],
  ])('%s, nothing is sent twice, and everything is sent', async (_, jump) => {
    const clock = startClock();
    const opened = await openDue();
    await clock.ring(START);
    await clock.ring(START + jump);
    await happen(store, opened, { ...answered, at: START + jump });
    await clock.ring(START + jump);
    await clock.ring(START + 2 * DAY_MS);
    const cards = clock.calls.map(({ what, reply }) => `${what} ${reply?.card}`);
    expect(cards.filter((card) => card === 'post clerk-case')).toHaveLength(1);
    expect(cards.filter((card) => card === 'post clerk-answer')).toHaveLength(1);
    expect((await store.outbox.counts(START + 2 * DAY_MS)).waiting).toBe(0);
  });

  it('a day ahead while a message is under way, another instance sends it at most once more', async () => {
    const [one, two] = [startClock(), startClock()];
    await openCase(store);
    await store.outbox.claim(START, START + 30_000, 10);
    await Promise.all([one.ring(START + DAY_MS), two.ring(START + DAY_MS)]);
    const posts = [...one.calls, ...two.calls].filter(({ reply }) => reply?.card === 'clerk-case');
    expect(posts).toHaveLength(1);
  });
});

describe('the timers themselves', () => {
  it.each(['before', 'after'] as const)(
    'an alarm whose next turn cannot be set, or only seems so (%s), sounds once and goes on',
    async (moment) => {
      let failed = false;
      const set: Store['timers']['set'] = async (timer) => {
        if (failed) return store.timers.set(timer);
        failed = true;
        if (moment === 'after') await store.timers.set(timer);
        throw new RangeError('away');
      };
      const clock = startClock(WITH_DEPUTY, { ...store, timers: { ...store.timers, set } });
      await openCase(store, 'case-1', { reason: 'urgent' });
      expect(await clock.go(START + 2 * HOUR_MS, 'clerk-line')).toEqual(['10:15', '10:30', '10:45', '11:00']);
      expect(failed).toBe(true);
    },
  );

  const RETENTION: Timer = { tenant: TENANT, caseId: '', kind: 'retention', due: START };

  it('what is kept of a council is looked through once a day', async () => {
    const clock = startClock();
    await store.timers.ensure(RETENTION);
    for (const hours of [0, 1, 23, 24, 25]) await clock.ring(START + hours * HOUR_MS);
    expect(clock.retained).toEqual([TENANT, TENANT]);
  });

  it('one that fails rings again after its lease, the others at once, and its words are not logged', async () => {
    await openDue();
    let fails = true;
    const failing: Store = {
      ...store,
      cases: {
        ...store.cases,
        byId: async (...given) => (fails ? Promise.reject(new RangeError('May I film?')) : store.cases.byId(...given)),
      },
    };
    const clock = startClock(WITH_DEPUTY, failing);
    await store.timers.ensure({ ...RETENTION, due: DUE });
    await clock.ring(DUE);
    expect(clock.retained).toEqual([TENANT]);
    expect(clock.lines).toContainEqual(['a timer failed', { timer: 'overdue', error: 'RangeError' }]);
    expect(JSON.stringify(clock.lines)).not.toContain('film');
    fails = false;
    await clock.ring(DUE + MINUTE_MS - 1);
    expect((await kept()).events.at(-1)?.kind).toBe('opened');
    await clock.ring(DUE + MINUTE_MS);
    expect((await kept()).events.at(-1)?.kind).toBe('passed');
  });

  it('those of a council that is not served now are kept for later', async () => {
    await openDue();
    const unserved = startClock('unserved');
    await unserved.ring(DUE);
    expect(await eventsOf()).toEqual(['opened']);
    await startClock().ring(DUE + 2 * MINUTE_MS);
    expect((await kept()).events.at(-1)?.kind).toBe('passed');
  });

  it('it stops between two of its rounds, and rings no more', async () => {
    const clock = startClock();
    await openDue();
    clock.start();
    await clock.stop();
    await clock.ring(DUE);
    expect(await eventsOf()).toEqual(['opened']);
  });
});
