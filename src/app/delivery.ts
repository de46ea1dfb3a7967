import { atMost } from './at-most';
import { createWorker, nameOf, type Worker } from './create-worker';
import { DELIVERY_POLICY } from './delivery-policy';
import type { Claimed } from './outbox-ports';
import { type Sending, sendOutgoing } from './send-outgoing';
import { type SettleParts, settleOutgoing } from './settle-outgoing';

/** How long a claimed message is held: longer than the slowest send (two calls of five seconds), so that nobody else takes it meanwhile. */
const LEASE_MS = 30_000;
const MOST_AT_ONCE = 10;
const REST_MS = 2_000;

/** Stopping waits no longer for what is under way. What is cut off is taken up again when its lease has run out. */
const LONGEST_STOP_MS = 10_000;

export type Delivery = Worker & {
  /** Everything that is due is tried once, to the end. */
  readonly round: () => Promise<void>;
};

export type DeliveryParts = SettleParts & {
  /** How long stopping may wait, in milliseconds; ten seconds if left out. */
  readonly longestStopMs?: number;
};

/**
 * Takes what is due from the outbox, sends it, and records what happened. What fails for a while is tried again, later and later.
 * Ten are under way at once, and none waits for another unless both are in one lane.
 */
export function createDelivery(parts: DeliveryParts): Delivery {
  const underWay = new Set<Promise<void>>();
  // What was sent while the store could not take it down: it is not sent a second time.
  const unrecorded = new Map<string, Sending>();
  let stopping = false;
  const worker = createWorker({ name: 'delivery', round: begin, restMs: REST_MS, log: parts.log });
  return {
    ...worker,
    round: async () => {
      while ((await begin()) > 0) await Promise.all(underWay);
    },
    stop: () => {
      stopping = true;
      return atMost(parts.longestStopMs ?? LONGEST_STOP_MS, stopped());
    },
  };

  /** Begins with what is due, as far as there is room; tells with how many. */
  async function begin(): Promise<number> {
    let begun = 0;
    for (;;) {
      const room = MOST_AT_ONCE - underWay.size;
      if (stopping || room <= 0) return begun;
      const now = parts.clock();
      const claimed = await parts.store.outbox.claim(now, now + LEASE_MS, room);
      if (claimed.length === 0) return begun;
      begun += claimed.length;
      for (const outgoing of claimed) track(deliver(outgoing));
    }
  }

  /** When one has ended there is room for another, and perhaps the next of its lane. */
  function track(work: Promise<void>): void {
    const tracked = work.finally(() => {
      underWay.delete(tracked);
      worker.wake();
    });
    underWay.add(tracked);
  }

  async function stopped(): Promise<void> {
    await worker.stop();
    await Promise.all(underWay);
  }

  async function deliver(outgoing: Claimed): Promise<void> {
    const { id, kind, attempts } = outgoing;
    try {
      const sending = unrecorded.get(id) ?? (await send(outgoing, parts));
      unrecorded.set(id, sending);
      parts.log.info('outgoing message tried', { outgoing: id, kind, attempts, result: sending.kind });
      await settleOutgoing(outgoing, sending, parts);
      unrecorded.delete(id);
    } catch (error) {
      // It is taken up again when its lease has run out; the others go on.
      parts.log.error('an outgoing message could not be recorded', { outgoing: id, kind, error: nameOf(error) });
    }
  }
}

async function send(outgoing: Claimed, parts: DeliveryParts): Promise<Sending> {
  const { tenant, kind, id, rescued } = outgoing;
  const speaker = parts.speakerOf(tenant);
  if (!speaker) return { kind: 'try-again' };
  // It may have been sent before its process ended, and must not be said twice.
  if (rescued && DELIVERY_POLICY[kind].lost === 'leave') return { kind: 'unknown' };
  try {
    return await sendOutgoing(outgoing, { ...parts, speaker });
  } catch (error) {
    // The way out never throws for what the service answers, so nothing has left yet.
    parts.log.error('sending failed', { outgoing: id, error: nameOf(error) });
    return { kind: 'try-again' };
  }
}
