import type { CaseReason } from '../cases/case';

/** What a report needs to know of a case: nothing of what was said, and nobody. Moments are milliseconds since 1970 UTC. */
export type CaseFacts = {
  readonly opened: number;
  readonly reason: CaseReason;
  /** With what the first wait ended: the desk said something, or the councillor ended it; missing while it lasts. */
  readonly firstEnd?: { readonly by: 'desk' | 'councillor'; readonly at: number };
};
