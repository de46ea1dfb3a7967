import type { CaseEvent, CaseReason } from '../cases/case';
import type { CaseFacts } from './case-facts';

const ENDS_WAITING: ReadonlySet<CaseEvent['kind']> = new Set(['answered', 'asked_more', 'closed', 'withdrawn']);

/** The facts of a case, from what has happened to it. Only the councillor withdraws, and may close nothing before the desk has answered. */
export function factsOfCase(reason: CaseReason, events: readonly CaseEvent[]): CaseFacts {
  const end = events.find(({ kind }) => ENDS_WAITING.has(kind));
  return {
    opened: events[0]?.at ?? 0,
    reason,
    ...(end && { firstEnd: { by: end.kind === 'withdrawn' ? 'councillor' : 'desk', at: end.at } }),
  };
}
