import type { NewCase, NewGuidance, Outgoing } from '../../../src/app/ports';
import type { Case } from '../../../src/core/model';

export const tenant = 'council-1';

/** A case as the application hands it over; `id` also names the request. */
export function newCase(id: string, changes: Partial<NewCase> = {}): NewCase {
  return {
    id,
    requestId: `request-${id}`,
    tenant,
    reason: 'not_settled',
    councillor: { id: 'councillor-1', name: 'Mary Poole' },
    councillorAddress: 'v1:chat-1',
    question: 'May I film a site visit?',
    nearest: ['golden-rule', 'filming'],
    ...changes,
  };
}

/** The case one version on. */
export function changed(before: Case, changes: Partial<Case> = {}): Case {
  return { ...before, version: before.version + 1, ...changes };
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

/** A message about a change, named as the application names it. */
export function outgoing(about: Case, kind: Outgoing['kind'], event = 1): Outgoing {
  return { id: `${about.id}:${about.version}:${kind}`, tenant: about.tenant, caseId: about.id, kind, event };
}
