import type { Outgoing, OutgoingKind, Plan, Timer } from '../../../src/app/outbox-ports';
import type { Change, NewCase, NewGuidance, Opening } from '../../../src/app/ports';
import type { Case, CaseEvent, CaseState } from '../../../src/core/cases/case';
import { type ChangedCase, changeCase } from '../../../src/core/cases/change-case';

export const tenant = 'council-1';
export const clerk = { id: 'clerk-1', name: 'Ann Clerk' };

/** A case as the application hands it over; `id` also names the request. */
export function newCase(id: string, changes: Partial<NewCase> = {}): NewCase {
  return {
    id,
    requestId: `request-${id}`,
    tenant,
    reason: 'not_settled',
    desk: 'clerk',
    councillor: { id: 'councillor-1', name: 'Mary Poole' },
    councillorAddress: 'v1:chat-1',
    question: 'May I film a site visit?',
    about: {},
    nearest: ['golden-rule', 'filming'],
    ...changes,
  };
}

/** How a case is opened that joins no other: its post follows. */
export function opening(at: number, changes: Partial<Opening> = {}): Opening {
  return { at, joins: () => false, plan: (opened) => planOf(outgoing(opened, 'clerk-post', { event: 0 })), ...changes };
}

/** A published answer as the application hands it over. */
export function newGuidance(id: string, changes: Partial<NewGuidance> = {}): NewGuidance {
  return {
    id,
    tenant,
    version: 1,
    state: 'published',
    question: 'May I film a council meeting?',
    ways: ['can I record it', 'is a video all right'],
    answer: 'Yes, from the public seats.\n“Please” ask first.',
    passage: 'safe.private.public-meeting',
    reviewOn: '2027-11-24',
    by: { id: 'clerk-1', name: 'Ann Clerk' },
    at: 1_795_000_000_000,
    caseId: 'case-1',
    ...changes,
  };
}

export function planOf(...messages: readonly Outgoing[]): Plan {
  return { outgoing: messages, timers: [] };
}

/** A message about a case, named as the application names it, in the lane and for the conversation of its kind. */
export function outgoing(about: Case, kind: OutgoingKind, changes: Partial<Outgoing> = {}): Outgoing {
  const { id, version, councillor } = about;
  const person = `to:${councillor.id}`;
  const toPerson = { lane: person, target: person };
  const place = kind.startsWith('clerk-') ? { lane: `case:${id}`, target: 'channel' } : toPerson;
  return { id: `${id}:${version}:${kind}`, tenant: about.tenant, caseId: id, kind, event: 1, ...place, ...changes };
}

export function timer(about: Pick<Case, 'id' | 'tenant'>, kind: Timer['kind'], due: number): Timer {
  return { tenant: about.tenant, caseId: about.id, kind, due };
}

/** Events that lead from a new case to each state. */
const WAYS: { readonly [state in CaseState]: readonly CaseEvent[] } = {
  waiting: [{ kind: 'nudged', at: 2, by: clerk }],
  taken: [{ kind: 'taken', at: 2, by: clerk }],
  needs_more: [{ kind: 'asked_more', at: 2, by: clerk, text: 'Where?' }],
  answered: [{ kind: 'answered', at: 2, by: clerk, text: 'Yes.' }],
  followed_up: [
    { kind: 'answered', at: 2, by: clerk, text: 'Yes.' },
    { kind: 'followed_up', at: 3, by: clerk, text: 'On Sunday too?' },
  ],
  closed: [{ kind: 'closed', at: 2, by: clerk, why: 'advised' }],
  withdrawn: [{ kind: 'withdrawn', at: 2, by: clerk }],
  not_delivered: [
    { kind: 'answered', at: 2, by: clerk, text: 'Yes.' },
    { kind: 'not_delivered', at: 3, by: clerk, event: 1 },
  ],
};

/** The changes, one after another, that bring a new case into a state. */
export function changesInto(state: CaseState, opened: Case): readonly ChangedCase[] {
  const changes: ChangedCase[] = [];
  for (const event of WAYS[state]) changes.push(step(changes.at(-1) ?? opened, event));
  return changes;
}

/** The case one step on; noting something is possible in every state. */
export function step(
  before: Case,
  event: CaseEvent = { kind: 'noted', at: 2, by: clerk, text: 'A record.' },
): ChangedCase {
  const next = changeCase(before, event);
  if (next === undefined) throw new Error(`A case that is ${before.state} cannot be ${event.kind}.`);
  return next;
}

/** A change with the messages that follow from it. */
export function change(changed: ChangedCase, ...messages: readonly Outgoing[]): Change {
  return { changed, plan: planOf(...messages) };
}
