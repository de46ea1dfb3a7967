import type { Kysely, Transaction } from 'kysely';
import type { NewCase } from '../../app/ports';
import type { Case } from '../../core/model';
import { caseOf, changingColumns } from './case-row';
import { nextNumber } from './next-number';
import { putInOutbox } from './put-in-outbox';
import type { Tables } from './tables';
import { takeTurn } from './take-turn';

/** Stores a new case under the council's next reference together with its message to the clerk, or finds the one that the same request made. */
export function openCase(
  db: Kysely<Tables>,
  newCase: NewCase,
  at: number,
): Promise<{ readonly case: Case; readonly created: boolean }> {
  return db.transaction().execute(async (trx) => {
    // Two presses of one consent may come to two instances: the second must see what the first stored.
    await takeTurn(trx, newCase.tenant, 'open');
    const earlier = await ofRequest(trx, newCase);
    if (earlier !== undefined) return { case: earlier, created: false };
    return { case: await insert(trx, newCase, at), created: true };
  });
}

async function ofRequest(trx: Transaction<Tables>, { tenant, requestId }: NewCase): Promise<Case | undefined> {
  const row = await trx
    .selectFrom('cases')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row && caseOf(row);
}

async function insert(trx: Transaction<Tables>, newCase: NewCase, at: number): Promise<Case> {
  const { id, tenant, requestId, councillor } = newCase;
  const number = await nextNumber(trx, tenant, 'case');
  const row = await trx
    .insertInto('cases')
    .values({
      ...changingColumns({
        ...newCase,
        state: 'waiting',
        version: 1,
        events: [{ kind: 'opened', at, by: councillor }],
      }),
      id,
      tenant,
      number,
      reference: `C-${String(number).padStart(4, '0')}`,
      request_id: requestId,
      post: null,
      opened_at: at,
      changed_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await putInOutbox(trx, [{ id: `${id}:1:clerk-post`, tenant, caseId: id, kind: 'clerk-post', event: 0 }], at);
  return caseOf(row);
}
