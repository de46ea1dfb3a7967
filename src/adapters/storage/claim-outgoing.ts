import type { Kysely, Transaction } from 'kysely';
import type { Claimed } from '../../app/ports';
import type { OutboxRow, Tables } from './tables';
import { takeTurn } from './take-turn';

type Lease = { readonly now: number; readonly until: number; readonly limit: number };
type DueRow = Pick<OutboxRow, 'id' | 'tenant' | 'case_id' | 'kind' | 'event' | 'attempts'>;

/**
 * Takes due messages and holds them until the lease ends (all times in milliseconds since 1970 UTC). Of each case only the first
 * unsent message is ever given, so a card or a follow-up comes after the post that it belongs to. One instance claims at a time.
 */
export function claimOutgoing(db: Kysely<Tables>, lease: Lease): Promise<readonly Claimed[]> {
  return db.transaction().execute(async (trx) => {
    // Polled every two seconds: while nothing is due, nothing is written.
    if (!(await isAnyDue(trx, lease.now))) return [];
    await takeTurn(trx, '', 'claim');
    await parkWithoutPost(trx, lease.now);
    await supersedeOldCards(trx, lease.now);
    const rows = await firstOfEachCase(trx, lease);
    const held = await hold(trx, rows, lease);
    return rows.filter(({ id }) => held.has(id)).map(claimed);
  });
}

async function isAnyDue(trx: Transaction<Tables>, now: number): Promise<boolean> {
  const row = await trx
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', 'waiting')
    .where('due', '<=', now)
    .where('lease_until', '<=', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A post that will not be tried again leaves nothing to redraw or reply to; left waiting, these would hold up the councillor's answer for ever. */
async function parkWithoutPost(trx: Transaction<Tables>, now: number): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ state: 'parked', settled_at: now })
    .where('state', '=', 'waiting')
    .where('kind', 'in', ['clerk-card', 'clerk-follow-up'])
    .where(({ exists, not, selectFrom }) => {
      const posts = selectFrom('outbox as post')
        .select('post.id')
        .whereRef('post.case_id', '=', 'outbox.case_id')
        .where('post.kind', '=', 'clerk-post');
      return exists(posts.where('post.state', '=', 'parked')).and(
        not(exists(posts.where('post.state', 'in', ['waiting', 'sent']))),
      );
    })
    .execute();
}

/** A card is drawn from the case as it stands when it is sent, so of several waiting ones the last is enough. One under lease is on its way and is let be. */
async function supersedeOldCards(trx: Transaction<Tables>, now: number): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ state: 'superseded', settled_at: now })
    .where('state', '=', 'waiting')
    .where('kind', '=', 'clerk-card')
    .where('lease_until', '<=', now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outbox as newer')
          .select('newer.id')
          .whereRef('newer.case_id', '=', 'outbox.case_id')
          .whereRef('newer.place', '>', 'outbox.place')
          .where('newer.state', '=', 'waiting')
          .where('newer.kind', '=', 'clerk-card'),
      ),
    )
    .execute();
}

function firstOfEachCase(trx: Transaction<Tables>, { now, limit }: Lease): Promise<readonly DueRow[]> {
  return trx
    .selectFrom('outbox as row')
    .select(['row.id', 'row.tenant', 'row.case_id', 'row.kind', 'row.event', 'row.attempts'])
    .where('row.state', '=', 'waiting')
    .where('row.due', '<=', now)
    .where('row.lease_until', '<=', now)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.case_id', '=', 'row.case_id')
            .whereRef('earlier.place', '<', 'row.place')
            .where('earlier.state', '=', 'waiting'),
        ),
      ),
    )
    .orderBy('row.due')
    .orderBy('row.place')
    .limit(limit)
    .execute();
}

/** Another instance may settle or postpone a message, but not claim it, since it was read: such a message is not held. */
async function hold(
  trx: Transaction<Tables>,
  rows: readonly DueRow[],
  { now, until }: Lease,
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const held = await trx
    .updateTable('outbox')
    .set((eb) => ({ lease_until: until, attempts: eb('attempts', '+', 1) }))
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('state', '=', 'waiting')
    .where('due', '<=', now)
    .returning('id')
    .execute();
  return new Set(held.map(({ id }) => id));
}

function claimed({ id, tenant, case_id, kind, event, attempts }: DueRow): Claimed {
  return { id, tenant, caseId: case_id, kind, event, attempts: attempts + 1 };
}
