import type { Case, CaseEvent } from '../core/cases/case';
import { changeCase } from '../core/cases/change-case';
import type { Office } from '../core/cases/office';
import type { Plan } from './outbox-ports';
import { outgoingAbout, planCase } from './plan-case';
import type { Change } from './ports';

/** With these the time for an answer begins anew. */
const BEGINS_ANEW: ReadonlySet<CaseEvent['kind']> = new Set(['followed_up', 'reopened', 'parted']);

/** With these a case that waited with another stands by itself. */
const PARTS: ReadonlySet<CaseEvent['kind']> = new Set(['followed_up', 'reopened', 'parted', 'not_delivered']);

/** A case one step on, with everything that follows from it; undefined when the step may not be taken now. */
export function stepCase(current: Case, event: CaseEvent, office: Office): Change | undefined {
  const moved = changeCase(current, event);
  if (!moved) return undefined;
  const { joined, due, ...alone } = moved;
  const nowDue = BEGINS_ANEW.has(event.kind) ? office.due(event.at)?.overdueAt : due;
  const parts = joined !== undefined && PARTS.has(event.kind);
  const changed = {
    ...alone,
    ...(nowDue !== undefined && { due: nowDue }),
    ...(joined !== undefined && !parts && { joined }),
  };
  // Its first message is then the post that it never had.
  const plan = planCase(changed, office, parts || isUnseen(current, event) ? 'parted' : event.kind);
  return { changed, plan: parts ? withCardLeft({ ...changed, joined }, plan) : plan };
}

/** It was withdrawn before it was posted, and so was never posted. */
function isUnseen({ state, delivery }: Case, { kind }: CaseEvent): boolean {
  return kind === 'reopened' && state === 'withdrawn' && delivery.posted === undefined;
}

/** The card of the case with which it waited must not show it any longer. */
function withCardLeft(parted: Case, plan: Plan): Plan {
  const { id, version, events } = parted;
  const card = outgoingAbout(parted, 'clerk-card', { id: `${id}:${version}:left`, event: events.length - 1 });
  return { ...plan, outgoing: [...plan.outgoing, card] };
}
