import type { Person } from '../model';
import type { Case, CaseEvent, CaseState } from './case';

type Moves = { readonly [kind in CaseEvent['kind']]?: CaseState };

const CLERK_STARTS: Moves = { answered: 'answered', asked_more: 'needs_more', closed: 'closed' };

/** Which event may happen in which state, and the state after it. What is not here cannot happen. */
const MOVES: { readonly [state in CaseState]: Moves } = {
  waiting: {
    ...CLERK_STARTS,
    taken: 'taken',
    passed: 'waiting',
    nudged: 'waiting',
    followed_up: 'waiting',
    parted: 'waiting',
    noted: 'waiting',
    withdrawn: 'withdrawn',
  },
  taken: {
    ...CLERK_STARTS,
    taken_over: 'taken',
    handed_back: 'waiting',
    passed: 'waiting',
    nudged: 'taken',
    followed_up: 'taken',
    parted: 'taken',
    noted: 'taken',
    withdrawn: 'withdrawn',
  },
  needs_more: {
    ...CLERK_STARTS,
    taken_over: 'needs_more',
    followed_up: 'followed_up',
    noted: 'needs_more',
    warned: 'needs_more',
    withdrawn: 'withdrawn',
    not_delivered: 'not_delivered',
  },
  answered: {
    ...CLERK_STARTS,
    followed_up: 'followed_up',
    noted: 'answered',
    warned: 'answered',
    not_delivered: 'not_delivered',
  },
  followed_up: {
    ...CLERK_STARTS,
    taken: 'taken',
    taken_over: 'taken',
    handed_back: 'followed_up',
    passed: 'followed_up',
    nudged: 'followed_up',
    followed_up: 'followed_up',
    noted: 'followed_up',
    withdrawn: 'withdrawn',
  },
  not_delivered: {
    ...CLERK_STARTS,
    followed_up: 'followed_up',
    noted: 'not_delivered',
    withdrawn: 'withdrawn',
  },
  closed: { reopened: 'waiting', followed_up: 'followed_up', noted: 'closed', not_delivered: 'not_delivered' },
  withdrawn: { reopened: 'waiting', noted: 'withdrawn' },
};

declare const changed: unique symbol;

/** A case one step on. Only `changeCase` makes one, and only such a case can be stored: no other move exists. */
export type ChangedCase = Case & { readonly [changed]: true };

/** The case after an event, one version on; undefined when the event may not happen in its state. */
export function changeCase(current: Case, event: CaseEvent): ChangedCase | undefined {
  const state = moveOf(current, event.kind);
  if (state === undefined) return undefined;
  const next: Case = { ...current, state, version: current.version + 1, events: [...current.events, event] };
  return next as ChangedCase;
}

/** Whether an event of a kind may happen now. */
export function mayHappen(current: Case, kind: CaseEvent['kind']): boolean {
  return moveOf(current, kind) !== undefined;
}

/** A case whose words are gone is over: there is nobody left to tell. */
function moveOf({ state, wiped }: Case, kind: CaseEvent['kind']): CaseState | undefined {
  return wiped === undefined ? MOVES[state][kind] : undefined;
}

/** Neither closed nor withdrawn. */
export function isUnfinished({ state }: Pick<Case, 'state'>): boolean {
  return state !== 'closed' && state !== 'withdrawn';
}

const WITH_THE_CLERK: ReadonlySet<CaseState> = new Set<CaseState>(['waiting', 'taken', 'followed_up']);

/** Somebody waits for the clerk. */
export function isOpen({ state }: Case): boolean {
  return WITH_THE_CLERK.has(state);
}

/** Another councillor who asks the same can still be answered together with this one. */
export function mayBeJoined({ state }: Case): boolean {
  return state === 'waiting' || state === 'taken';
}

/** A case in one of these needs the clerk: somebody waits for an answer, or has not received it. */
export const WAIT_FOR_THE_CLERK: readonly CaseState[] = [...WITH_THE_CLERK, 'not_delivered'];

/** The clerk who has taken the case and not given it back: nobody else may answer it. */
export function holderOf({ state, events }: Case): Person | undefined {
  if (state === 'closed' || state === 'withdrawn' || state === 'waiting') return undefined;
  for (const event of events.toReversed()) {
    if (event.kind === 'taken' || event.kind === 'taken_over') return event.by;
    if (event.kind === 'handed_back' || event.kind === 'passed' || event.kind === 'reopened') return undefined;
  }
  return undefined;
}

/** The clerk to whom a case that nobody has taken was passed. */
export function passedTo({ events }: Case): Person | undefined {
  const last = events.findLast(({ kind }) => kind === 'passed' || kind === 'taken' || kind === 'taken_over');
  return last?.kind === 'passed' ? last.to : undefined;
}
