import type { Case } from '../../../src/core/cases/case';
import type { Person } from '../../../src/core/model';

export const MARY: Person = { id: 'councillor-1', name: 'Mary Poole' };
export const ANN: Person = { id: 'clerk-1', name: 'Ann Clerk' };
export const KEN: Person = { id: 'clerk-2', name: 'Ken Deputy' };

/** A case that has just been opened, with some things otherwise. */
export function aCase(changes: Partial<Case> = {}): Case {
  return {
    id: 'case-1',
    tenant: 'council-1',
    reference: 'C-0042',
    state: 'waiting',
    version: 1,
    reason: 'asked_for',
    desk: 'clerk',
    councillor: MARY,
    councillorAddress: 'v1:chat-1',
    question: 'May I film?',
    about: {},
    nearest: [],
    events: [{ kind: 'opened', at: 1, by: MARY }],
    delivery: {},
    ...changes,
  };
}
