import type { Case } from '../core/cases/case';
import type { Person } from '../core/model';
import type { Store } from './ports';
import { wipingOf } from './wiping-of';

type Erasing = { readonly store: Pick<Store, 'records'>; readonly at: number; readonly by: Person };

/** Removes the words of cases because somebody asked for it, and notes that in the access log. Tells which; not those that are on hold or open. */
export function eraseCases(cases: readonly Case[], { store, at, by }: Erasing): Promise<readonly Case[]> {
  return store.records.wipe(
    cases.map((one) => wipingOf(one, at)),
    at,
    by,
  );
}
