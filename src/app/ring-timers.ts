import { type Case, type CaseEvent, THE_CLOCK } from '../core/cases/case';
import { nextAlarm } from '../core/cases/next-alarm';
import type { Speaker } from '../core/conversation/speaker';
import { ukDay } from '../core/uk-time';
import { createWorker, nameOf, type Worker } from './create-worker';
import { deputyFor } from './deputy-for';
import type { Timer } from './outbox-ports';
import { outgoingAbout } from './plan-case';
import type { Clock, Log, Store } from './ports';
import { stepCase } from './step-case';

const LEASE_MS = 60_000;
const BATCH = 20;
const REST_MS = 15_000;
const DAY_MS = 24 * 60 * 60_000;

export type Timekeeper = Worker & { readonly round: () => Promise<void> };

type Parts = {
  readonly store: Store;
  readonly speakerOf: (tenant: string) => Speaker | undefined;
  readonly wakeDelivery: () => void;
  /** Removes what is no longer to be kept of a council. */
  readonly retain: (tenant: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

type Ring = (timer: Timer, parts: Parts & { readonly speaker: Speaker }) => Promise<void>;

/** Does what happens by itself: nudges, deputies, repeated alarms, closing, the morning's list. A timer that fails rings again after its lease. */
export function createTimekeeper(parts: Parts): Timekeeper {
  let stopping = false;
  const round = () => ringDue(parts, () => stopping);
  const worker = createWorker({ name: 'timers', round, restMs: REST_MS, log: parts.log });
  return {
    ...worker,
    round,
    stop: () => {
      stopping = true;
      return worker.stop();
    },
  };
}

async function ringDue(parts: Parts, isStopping: () => boolean): Promise<void> {
  while (!isStopping()) {
    const now = parts.clock();
    const due = await parts.store.timers.claim(now, now + LEASE_MS, BATCH);
    if (due.length === 0) return;
    for (const timer of due) await ring(timer, parts);
    parts.wakeDelivery();
  }
}

async function ring(timer: Timer, parts: Parts): Promise<void> {
  const speaker = parts.speakerOf(timer.tenant);
  // A council that is not served now may be served again.
  if (!speaker) return;
  try {
    await RINGS[timer.kind](timer, { ...parts, speaker });
    await parts.store.timers.done(timer);
  } catch (error) {
    // The others must not wait for this one.
    parts.log.error('a timer failed', { timer: timer.kind, error: nameOf(error) });
  }
}

const RINGS: { readonly [kind in Timer['kind']]: Ring } = {
  nudge: (timer, parts) =>
    // When nothing ran until it was overdue, that is what happens next.
    step(timer, parts, (at, { due = at + 1 }) => (at < due ? { kind: 'nudged', at, by: THE_CLOCK } : undefined)),
  overdue: (timer, parts) =>
    step(timer, parts, (at, one) => {
      if (one.due !== timer.due) return undefined;
      const to = deputyFor(one, at, parts.speaker);
      return to ? { kind: 'passed', at, by: THE_CLOCK, to, why: 'overdue' } : { kind: 'nudged', at, by: THE_CLOCK };
    }),
  urgent: alarmAgain,
  notice: (timer, parts) => step(timer, parts, (at) => ({ kind: 'warned', at, by: THE_CLOCK })),
  close: (timer, parts) => step(timer, parts, (at) => ({ kind: 'closed', at, by: THE_CLOCK, why: 'quiet' })),
  digest: async ({ tenant, due }, { store, speaker, clock }) => {
    const id = `${tenant}:digest:${ukDay(due)}`;
    await store.outbox.add([{ id, tenant, kind: 'digest', event: 0, lane: 'digest', target: 'channel' }], clock());
    // After this morning, also when the clock has been put back meanwhile.
    const next = speaker.office.nextMorning(Math.max(due, clock()) + 1)?.at;
    if (next !== undefined) await store.timers.set({ tenant, caseId: '', kind: 'digest', due: next });
  },
  retention: async ({ tenant }, { store, retain, clock }) => {
    await retain(tenant);
    await store.timers.set({ tenant, caseId: '', kind: 'retention', due: clock() + DAY_MS });
  },
};

/** A council's own timers: the morning's list, and what is no longer to be kept. Set once; they set themselves anew. */
export async function startCouncilTimers(
  tenant: string,
  store: Store,
  { now, speaker }: { readonly now: number; readonly speaker: Speaker },
): Promise<void> {
  const morning = speaker.office.nextMorning(now)?.at;
  if (morning !== undefined) await store.timers.ensure({ tenant, caseId: '', kind: 'digest', due: morning });
  await store.timers.ensure({ tenant, caseId: '', kind: 'retention', due: now });
}

/** Takes the step unless the case has moved on. Somebody else's change in this moment brings timers of its own, in the place of this one. */
async function step(
  timer: Timer,
  { store, speaker, clock }: Parts & { readonly speaker: Speaker },
  eventAt: (at: number, one: Case) => CaseEvent | undefined,
): Promise<void> {
  const one = await store.cases.byId(timer.tenant, timer.caseId);
  // A change between the claim and this moment took the timer away; one after this moment makes the change below come too late.
  if (!(await store.timers.isSet(timer))) return;
  const event = one && eventAt(clock(), one);
  const change = one && event && stepCase(one, event, speaker.office);
  if (change) await store.cases.change([change], clock());
}

async function alarmAgain(timer: Timer, { store, clock }: Parts): Promise<void> {
  const { tenant, caseId, due } = timer;
  const one = await store.cases.byId(tenant, caseId);
  if (one?.state !== 'waiting' || one.delivery.opened !== undefined) return;
  await store.outbox.add([outgoingAbout(one, 'urgent-again', { id: `${caseId}:urgent:${due}`, event: 0 })], clock());
  const next = nextAlarm(one, Math.max(due, clock()));
  if (next !== undefined) await store.timers.set({ ...timer, due: next });
}
