import { createDelivery } from '../../src/app/delivery';
import type { Sent } from '../../src/app/outbox-ports';
import { planCase } from '../../src/app/plan-case';
import type { LogFacts, Messenger, NewCase, Store } from '../../src/app/ports';
import { stepCase } from '../../src/app/step-case';
import type { Case, CaseEvent } from '../../src/core/cases/case';
import { CLERK_CHANNEL, PRIYA, recordingMessenger, SAM, SPEAKER } from './rig';

export const TENANT = 'council-1';
/** A Tuesday at ten, when the clerk is on duty. */
export const START = Date.parse('2026-11-24T10:00:00Z');
export const POSTED = { kind: 'sent', address: 'post-1' } as const;

type Given = {
  readonly random?: number;
  readonly linked?: false;
  /** What is known of a council; of every council the same, unless a test says that it is not served. */
  readonly speakerOf?: (tenant: string) => typeof SPEAKER | undefined;
  readonly longestStopMs?: number;
  readonly isIn?: Messenger['isIn'];
};

/** Delivery on a clock that stands still until it is moved, with dice that always fall alike. */
export async function startDelivery(store: Store, given: Given = {}) {
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
    messenger: { ...messenger, ...(given.isIn && { isIn: given.isIn }) },
    speakerOf: given.speakerOf ?? (() => SPEAKER),
    clock: () => now,
    random: () => given.random ?? 1,
    log: { info: write, warn: write, error: write },
    ...(given.longestStopMs !== undefined && { longestStopMs: given.longestStopMs }),
  });
  return {
    ...delivery,
    calls,
    answers,
    lines,
    kinds: () => calls.map(({ what, reply }) => `${what} ${reply?.card}`),
    counts: async () => {
      const { waiting, parked } = await store.outbox.counts(now);
      return { waiting, parked };
    },
    /** Moves the clock and works the outbox; tells how many sends were tried. */
    after: async (ms: number) => {
      now += ms;
      const before = calls.length;
      await delivery.round();
      return calls.length - before;
    },
  };
}

export async function openCase(store: Store, id = 'case-1', changes: Partial<NewCase> = {}, at = START): Promise<Case> {
  const opened = await store.cases.open(
    {
      id,
      requestId: id,
      tenant: TENANT,
      reason: 'asked_for',
      desk: 'clerk',
      councillor: SAM,
      councillorAddress: 'to:sam',
      question: 'May I film?',
      about: {},
      nearest: [],
      ...changes,
    },
    { at, joins: () => false, plan: (saved) => planCase(saved, SPEAKER.office) },
  );
  return opened.case;
}

export async function happen(store: Store, before: Case, event: CaseEvent): Promise<Case> {
  const change = stepCase(before, event, SPEAKER.office);
  if (!change || !(await store.cases.change([change], event.at))) throw new Error('not changed');
  return change.changed;
}

export const answered = { kind: 'answered', at: START, by: PRIYA, text: 'No.' } as const;
export const followed = { kind: 'followed_up', at: START, by: SAM, text: 'And on Sunday?' } as const;
export const withdrawn = { kind: 'withdrawn', at: START, by: SAM } as const;
