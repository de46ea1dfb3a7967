import type { Transaction } from 'kysely';
import type { Outgoing } from '../../app/outbox-ports';
import { nextNumber } from './next-number';
import type { Tables } from './tables';

/** Adds messages to the outbox in the order given. One that is already there, by its id, is left as it is. */
export async function putInOutbox(trx: Transaction<Tables>, outgoing: readonly Outgoing[], at: number): Promise<void> {
  for (const { id, tenant, caseId, kind, event, lane, target, due } of outgoing) {
    const place = await nextNumber(trx, tenant, 'outgoing');
    await trx
      .insertInto('outbox')
      .values({
        id,
        tenant,
        case_id: caseId ?? null,
        kind,
        event,
        lane,
        target,
        place,
        state: 'waiting',
        attempts: 0,
        due: due ?? at,
        lease_until: 0,
        settled_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}
