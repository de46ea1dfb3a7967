import type { OutgoingKind } from './outbox-ports';

/** What is done when sending fails. */
export type DeliveryPolicy = {
  /** When nobody knows whether it was sent: a second copy of a card does less harm than a lost question; a courtesy is never said twice. */
  readonly lost: 'again' | 'leave';
  /** After so many tries it is given up. */
  readonly tries: number;
  /** When the conversation no longer exists for us: the clerk's channel can be linked again, a person who has left cannot. */
  readonly unreachable: 'again' | 'give-up';
  /** Whether it is kept and shown when it is given up. */
  readonly ended: 'parked' | 'dropped' | 'not_delivered';
};

const FOR_EVER = Number.POSITIVE_INFINITY;
const TO_CLERK: DeliveryPolicy = { lost: 'again', tries: FOR_EVER, unreachable: 'again', ended: 'parked' };
const CARD: DeliveryPolicy = { lost: 'again', tries: 8, unreachable: 'give-up', ended: 'parked' };
const COURTESY: DeliveryPolicy = { lost: 'leave', tries: 8, unreachable: 'give-up', ended: 'dropped' };

export const DELIVERY_POLICY: { readonly [kind in OutgoingKind]: DeliveryPolicy } = {
  'clerk-post': TO_CLERK,
  'clerk-card': CARD,
  'clerk-thread': TO_CLERK,
  'urgent-again': CARD,
  digest: COURTESY,
  stranded: COURTESY,
  answer: { lost: 'again', tries: FOR_EVER, unreachable: 'give-up', ended: 'not_delivered' },
  'receipt-card': { ...CARD, ended: 'dropped' },
  notice: COURTESY,
  trouble: COURTESY,
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * How long to wait after a failed try, in milliseconds: full jitter between one second and ten minutes, doubling ("Exponential
 * Backoff And Jitter", AWS Architecture Blog), and at least as long as the service asked. `dice` is from 0 to 1.
 */
export function waitAfter(attempts: number, dice: number, askedMs = 0): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
  return Math.max(FIRST_WAIT_MS, askedMs, dice * longest);
}
