import type { Transaction } from 'kysely';
import type { Outgoing } from '../../app/ports';
import { nextNumber } from './next-number';
import type { Tables } from './tables';

/** Adds messages to the outbox, due at once, in the order given. One that is already there, by its id, is left as it is. */
export async function putInOutbox(trx: Transaction<Tables>, outgoing: readonly Outgoing[], at: number): Promise<void> {
  for (const { id, tenant, caseId, kind, event } of outgoing) {
    const place = await nextNumber(trx, tenant, 'outgoing');
    await trx
      .insertInto('outbox')
      .values({
        id,
        tenant,
        case_id: caseId,
        kind,
        event,
        place,
        state: 'waiting',
        attempts: 0,
        due: at,
        lease_until: 0,
        settled_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}
