import type { Transaction } from 'kysely';
import type { Plan } from '../../app/outbox-ports';
import type { Case } from '../../core/cases/case';
import { putInOutbox } from './put-in-outbox';
import type { Tables } from './tables';

/** Stores what follows from a change of a case: its messages, and its timers in place of all that it had. */
export async function storePlan(
  trx: Transaction<Tables>,
  { id, tenant }: Pick<Case, 'id' | 'tenant'>,
  { outgoing, timers }: Plan,
  at: number,
): Promise<void> {
  await putInOutbox(trx, outgoing, at);
  await removeTimers(trx, { id, tenant });
  if (timers.length === 0) return;
  await trx
    .insertInto('timers')
    .values(timers.map(({ kind, due }) => ({ tenant, case_id: id, kind, due, lease_until: 0 })))
    .execute();
}

/** One by one and in the order in which they are claimed, so that the two never wait for each other. */
async function removeTimers(trx: Transaction<Tables>, { id, tenant }: Pick<Case, 'id' | 'tenant'>): Promise<void> {
  const timersOf = trx.selectFrom('timers').select('kind').where('tenant', '=', tenant).where('case_id', '=', id);
  const kinds = (await timersOf.execute()).map(({ kind }) => kind);
  for (const kind of kinds.sort())
    await trx
      .deleteFrom('timers')
      .where('tenant', '=', tenant)
      .where('case_id', '=', id)
      .where('kind', '=', kind)
      .execute();
}
