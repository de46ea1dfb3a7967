import type { Case, CaseEvent, CaseState } from '../model';

/** Which event may happen in which state, and the state after it. What is not here cannot happen. */
const MOVES: { readonly [state in CaseState]: { readonly [kind in CaseEvent['kind']]?: CaseState } } = {
  waiting: { answered: 'answered', followed_up: 'waiting', withdrawn: 'withdrawn' },
  answered: { answered: 'answered', followed_up: 'followed_up', closed: 'closed' },
  followed_up: { answered: 'answered', followed_up: 'followed_up', closed: 'closed', withdrawn: 'withdrawn' },
  closed: { followed_up: 'followed_up' },
  withdrawn: {},
};

/** The case after an event, one version on; undefined when the event may not happen in its state. */
export function changeCase(current: Case, event: CaseEvent): Case | undefined {
  const state = MOVES[current.state][event.kind];
  if (state === undefined) return undefined;
  return { ...current, state, version: current.version + 1, events: [...current.events, event] };
}

/** Somebody still waits for an answer. */
export function isOpen(current: Case): boolean {
  return current.state === 'waiting' || current.state === 'followed_up';
}

/** What may still be done with a case by the clerk: everything but a withdrawn one can be answered, a closed one only after a follow-up. */
export function mayAnswer(current: Case): boolean {
  return MOVES[current.state].answered !== undefined;
}
