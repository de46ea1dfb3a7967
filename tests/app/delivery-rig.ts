import { createDelivery } from '../../src/app/delivery';
import { outgoingFor } from '../../src/app/outgoing';
import type { LogFacts, Sent, Store } from '../../src/app/ports';
import { changeCase } from '../../src/core/cases/change-case';
import type { Case, CaseEvent } from '../../src/core/model';
import { CLERK_CHANNEL, PRIYA, recordingMessenger, SAM, SPEAKER } from './rig';

export const TENANT = 'council-1';
export const START = Date.parse('2026-11-23T14:30:00Z');
export const POSTED = { kind: 'sent', address: 'post-1' } as const;

/** Delivery on a clock that stands still until it is moved, with dice that always fall alike. */
export async function startDelivery(store: Store, given: { readonly random?: number; readonly linked?: false } = {}) {
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
    speakerOf: () => SPEAKER,
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

export async function openCase(store: Store, id = 'case-1'): Promise<Case> {
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

export async function happen(store: Store, before: Case, event: CaseEvent): Promise<Case> {
  const changed = changeCase(before, event);
  if (!changed || !(await store.cases.change(changed, outgoingFor(changed), START))) throw new Error('not changed');
  return changed;
}

export const answered = { kind: 'answered', at: START, by: PRIYA, text: 'No.' } as const;
export const followed = { kind: 'followed_up', at: START, by: SAM, text: 'And on Sunday?' } as const;
