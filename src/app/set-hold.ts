import type { Case } from '../core/cases/case';
import type { Person } from '../core/model';
import { outgoingAbout } from './plan-case';
import type { Store } from './ports';

type Holding = {
  readonly store: Pick<Store, 'cases' | 'outbox'>;
  readonly action: 'held' | 'released';
  readonly why: string;
  readonly at: number;
  readonly by: Person;
};

/** Puts a case on hold or ends the hold, and has its card drawn again. Gives the name of a sentence that says what came of it. */
export async function setHold(one: Case, { store, action, why, at, by }: Holding): Promise<string> {
  const { id, tenant, reference } = one;
  const entry = { at, by, action, caseId: id, reference, why };
  if (!(await store.cases.setHold(tenant, id, { held: action === 'held', entry })))
    return one.wiped === undefined ? `already_${action}` : 'wiped_already';
  const card = { id: `${id}:${action}:${at}:clerk-card`, event: one.events.length - 1 };
  await store.outbox.add([outgoingAbout(one, 'clerk-card', card)], at);
  return `done_${action}`;
}
