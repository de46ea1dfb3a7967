import type { Case } from '../core/cases/case';
import { goesTogether } from '../core/cases/goes-together';
import type { Store } from './ports';

/** The cases to which what is now said in one goes as well, oldest first. */
export async function joinedWith(one: Case, { cases }: Pick<Store, 'cases'>): Promise<readonly Case[]> {
  return (await cases.joinedTo(one.tenant, one.id)).filter((other) => goesTogether(one, other));
}
