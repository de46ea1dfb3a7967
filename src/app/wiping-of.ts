import type { Case } from '../core/cases/case';
import { wipeCase } from '../core/cases/wipe-case';
import { outgoingAbout } from './plan-case';
import type { Wiping } from './record-ports';

/** A case without its words, and its card in the clerk's channel drawn again: it would go on showing them. `at` is milliseconds since 1970 UTC. */
export function wipingOf(one: Case, at: number): Wiping {
  const wiped = wipeCase(one, at);
  const id = `${wiped.id}:${wiped.version}:clerk-card`;
  return { wiped, outgoing: [outgoingAbout(wiped, 'clerk-card', { id, event: wiped.events.length - 1 })] };
}
