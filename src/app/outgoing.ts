import type { Case, CaseEvent } from '../core/model';
import type { Outgoing } from './ports';

/** What must go out after each kind of event, besides the direct reply. */
const FOLLOWS: { readonly [kind in CaseEvent['kind']]: readonly Outgoing['kind'][] } = {
  opened: ['clerk-post'],
  answered: ['answer', 'clerk-card'],
  followed_up: ['clerk-follow-up', 'clerk-card'],
  closed: ['clerk-card'],
  withdrawn: ['clerk-card'],
};

/** The messages that follow from a case's latest event. Their ids are the same however often this is asked. */
export function outgoingFor(changed: Pick<Case, 'id' | 'tenant' | 'version' | 'events'>): readonly Outgoing[] {
  const event = changed.events.length - 1;
  const latest = changed.events[event];
  if (!latest) return [];
  return FOLLOWS[latest.kind].map((kind) => ({
    id: `${changed.id}:${changed.version}:${kind}`,
    tenant: changed.tenant,
    caseId: changed.id,
    kind,
    event,
  }));
}
