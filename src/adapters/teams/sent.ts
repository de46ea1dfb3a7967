import type { Sent } from '../../app/ports';
import { type Place, writeAddress } from './address';
import type { Answer } from './connector';

/** Two operations met (412), or the answer is not final. The status table of "Send proactive messages" asks to try these again. */
const NOT_FINAL = new Set([0, 408, 412, 429]);

/** How sending ended, from what the Bot Connector answered; `at` is where the message went. */
export function toSent(answer: Answer, at: Place): Sent {
  if (isAccepted(answer)) {
    const id = answer.body.id;
    return typeof id === 'string' && id !== ''
      ? { kind: 'sent', address: writeAddress({ ...at, activity: id }) }
      : { kind: 'sent' };
  }
  if (!NOT_FINAL.has(answer.status) && answer.status < 500) return { kind: 'unreachable' };
  return answer.retryAfterMs === undefined
    ? { kind: 'try-again' }
    : { kind: 'try-again', afterMs: answer.retryAfterMs };
}

export function isAccepted({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}
