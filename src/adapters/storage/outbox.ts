import type { Kysely } from 'kysely';
import type { Outbox } from '../../app/ports';
import type { Address } from '../../core/model';
import { claimOutgoing } from './claim-outgoing';
import type { OutboxState, Tables } from './tables';

/** The messages that must still go out. Settled ones are kept, so that the same id is never queued twice. */
export function outbox(db: Kysely<Tables>): Outbox {
  return {
    claim: (now, leaseUntil, limit) => claimOutgoing(db, { now, until: leaseUntil, limit }),
    sent: (id, at, address) => sent(db, { id, at, address }),
    postpone: (id, due) => postpone(db, id, due),
    park: (id, at) => park(db, id, at),
    counts: () => counts(db),
  };
}

type Delivered = { readonly id: string; readonly at: number; readonly address: Address | undefined };

function sent(db: Kysely<Tables>, { id, at, address }: Delivered): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('outbox')
      .set({ state: 'sent', settled_at: at })
      .where('id', '=', id)
      .returning(['kind', 'tenant', 'case_id'])
      .executeTakeFirst();
    if (row?.kind !== 'clerk-post' || address === undefined) return;
    await trx
      .updateTable('cases')
      .set({ post: address })
      .where('tenant', '=', row.tenant)
      .where('id', '=', row.case_id)
      .execute();
  });
}

async function postpone(db: Kysely<Tables>, id: string, due: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ due, lease_until: 0 })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

async function park(db: Kysely<Tables>, id: string, at: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'parked', settled_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

async function counts(db: Kysely<Tables>): Promise<{ readonly waiting: number; readonly parked: number }> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('messages')])
    .where('state', 'in', ['waiting', 'parked'])
    .groupBy('state')
    .execute();
  const count = (state: OutboxState) => rows.find((row) => row.state === state)?.messages ?? 0;
  return { waiting: count('waiting'), parked: count('parked') };
}
