import type { Case } from '../core/cases/case';
import type { Surroundings, Visit } from './surroundings';

/** Notes in the access log whose words are about to be shown to somebody at the desk. What cannot be noted is not shown. */
export async function noteViews(
  { tenant, from }: Visit,
  shown: readonly Case[],
  { store, clock }: Surroundings,
): Promise<void> {
  const at = clock();
  const withWords = shown.filter(({ wiped }) => wiped === undefined);
  await store.access.add(
    tenant,
    withWords.map(({ id, reference }) => ({ at, by: from, action: 'opened', caseId: id, reference })),
  );
}
