import type { Kysely, Transaction } from 'kysely';
import type { Outbox, Outgoing } from '../../app/outbox-ports';
import type { Address } from '../../core/model';
import { claimOutgoing } from './claim-outgoing';
import { noteJoined } from './note-joined';
import { putInOutbox } from './put-in-outbox';
import type { OutboxRow, OutboxState, Tables } from './tables';

const MOST_PARKED_SHOWN = 20;

/** The messages that must still go out. Settled ones are kept for a while, so that the same id is never queued twice. */
export function outbox(db: Kysely<Tables>): Outbox {
  return {
    claim: (now, leaseUntil, limit) => claimOutgoing(db, { now, until: leaseUntil, limit }),
    sent: async (id, at, { address, then }) => {
      await noteJoined(db, id, at);
      await db.transaction().execute((trx) => sent(trx, { id, at, ...(address !== undefined && { address }), then }));
    },
    postpone: (id, due) => postpone(db, id, due),
    pause: (tenant, target, until) => pause(db, { tenant, target, until }),
    hurry: (tenant, target, now) => hurry(db, { tenant, target, now }),
    drop: (id, at) => settle(db, { id, at, state: 'superseded' }),
    park: (id, at) => settle(db, { id, at, state: 'parked' }),
    add: (outgoing, at) => db.transaction().execute((trx) => putInOutbox(trx, outgoing, at)),
    counts: (now) => counts(db, now),
    parked: (tenant) => parked(db, tenant),
    wasSent: (id) => wasSent(db, id),
  };
}

type Delivered = {
  readonly id: string;
  readonly at: number;
  readonly address?: Address;
  readonly then: readonly Outgoing[] | undefined;
};

async function sent(trx: Transaction<Tables>, { id, at, address, then }: Delivered): Promise<void> {
  const row = await trx
    .updateTable('outbox')
    .set({ state: 'sent', settled_at: at })
    .where('id', '=', id)
    .returning(['kind', 'tenant', 'case_id', 'event'])
    .executeTakeFirst();
  if (row !== undefined) await noteDelivery(trx, row, { at, ...(address !== undefined && { address }) });
  await putInOutbox(trx, then ?? [], at);
}

type SentRow = Pick<OutboxRow, 'kind' | 'tenant' | 'case_id' | 'event'>;

/** The case remembers where its card stands and what the councillor has been told. */
async function noteDelivery(
  trx: Transaction<Tables>,
  { kind, tenant, case_id, event }: SentRow,
  { at, address }: { readonly at: number; readonly address?: Address },
): Promise<void> {
  if (case_id === null) return;
  const columns =
    kind === 'clerk-post'
      ? { posted_at: at, ...(address !== undefined && { post: address }) }
      : kind === 'answer'
        ? { told_event: event, told_at: at }
        : undefined;
  if (columns === undefined) return;
  await trx.updateTable('cases').set(columns).where('tenant', '=', tenant).where('id', '=', case_id).execute();
}

async function postpone(db: Kysely<Tables>, id: string, due: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ due, lease_until: 0 })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

type Pause = { readonly tenant: string; readonly target: string; readonly until: number };

async function pause(db: Kysely<Tables>, { tenant, target, until }: Pause): Promise<void> {
  await db
    .insertInto('pauses')
    .values({ tenant, target, until })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'target']).doUpdateSet({ until }).where('pauses.until', '<', until),
    )
    .execute();
}

type Hurry = { readonly tenant: string; readonly target: string; readonly now: number };

async function hurry(db: Kysely<Tables>, { tenant, target, now }: Hurry): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ due: now })
    .where('tenant', '=', tenant)
    .where('target', '=', target)
    .where('state', '=', 'waiting')
    .where('attempts', '>', 0)
    .execute();
}

type Settlement = { readonly id: string; readonly at: number; readonly state: 'parked' | 'superseded' };

async function settle(db: Kysely<Tables>, { id, at, state }: Settlement): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state, settled_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

async function counts(db: Kysely<Tables>, now: number): ReturnType<Outbox['counts']> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('messages')])
    .where('state', 'in', ['waiting', 'parked'])
    .groupBy('state')
    .execute();
  const oldest = await db
    .selectFrom('outbox')
    .select('due')
    .where('state', '=', 'waiting')
    .where('due', '<=', now)
    .orderBy('due')
    .limit(1)
    .executeTakeFirst();
  const count = (state: OutboxState) => rows.find((row) => row.state === state)?.messages ?? 0;
  return { waiting: count('waiting'), parked: count('parked'), ...(oldest && { oldestDue: oldest.due }) };
}

async function parked(db: Kysely<Tables>, tenant: string): Promise<readonly Outgoing[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'case_id', 'kind', 'event', 'lane', 'target'])
    .where('tenant', '=', tenant)
    .where('state', '=', 'parked')
    .orderBy('settled_at', 'desc')
    .limit(MOST_PARKED_SHOWN)
    .execute();
  return rows.map(({ id, case_id, kind, event, lane, target }) => ({
    id,
    tenant,
    ...(case_id !== null && { caseId: case_id }),
    kind,
    event,
    lane,
    target,
  }));
}

async function wasSent(db: Kysely<Tables>, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  return row !== undefined;
}
