import type { Case } from '../core/cases/case';
import type { Outgoing } from './outbox-ports';
import { outgoingAbout } from './plan-case';

/** Tells the councillor that the case is saved but has not reached the desk yet: one message for each case. */
export function troubleAbout(one: Case): Outgoing {
  return outgoingAbout(one, 'trouble', { id: `${one.id}:trouble`, event: 0 });
}
