import type { Sent } from '../../app/outbox-ports';
import { type Place, writeAddress } from './address';
import type { Answer } from './connector';

/** Surely not done: two operations met (412), or too many were asked for (429). The status table of "Send proactive messages" asks to try these again. */
const REFUSED_FOR_NOW = new Set([412, 429]);

/** No answer, or one that gave up waiting: it may have been done. */
const NO_ANSWER = new Set([0, 408]);

/** How sending ended, from what the Bot Connector answered; `at` is where the message went. */
export function toSent(answer: Answer, at: Place): Sent {
  const { status, retryAfterMs } = answer;
  if (isAccepted(answer)) {
    const id = answer.body.id;
    return typeof id === 'string' && id !== ''
      ? { kind: 'sent', address: writeAddress({ ...at, activity: id }) }
      : { kind: 'sent' };
  }
  if (isRefusedForNow(answer))
    return { kind: 'try-again', ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) };
  return NO_ANSWER.has(status) || status >= 500 ? { kind: 'unknown' } : { kind: 'unreachable' };
}

export function isAccepted({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** A 503 that says when to come back was turned away at the door; one that does not may have come from within. */
function isRefusedForNow({ status, retryAfterMs }: Answer): boolean {
  return REFUSED_FOR_NOW.has(status) || (status === 503 && retryAfterMs !== undefined);
}
