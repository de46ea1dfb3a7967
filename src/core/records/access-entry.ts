import type { Person } from '../model';

/** What was done with a record, beside the steps of the case itself. `opened`: its words were shown to somebody at the desk. */
export type AccessAction = 'opened' | 'exported' | 'held' | 'released' | 'erased';

/** One line of the access log: who did what with which case. `at` is milliseconds since 1970 UTC. */
export type AccessEntry = {
  readonly at: number;
  readonly by: Person;
  readonly action: AccessAction;
  /** Missing where a person was looked up who has no case. */
  readonly caseId?: string;
  readonly reference?: string;
  /** Why a hold began or ended, as it was typed. */
  readonly why?: string;
};
