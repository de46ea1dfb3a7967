import type { Kysely, Transaction } from 'kysely';
import type { Claimed } from '../../app/outbox-ports';
import { createSendBudget } from './send-budget';
import { settleUnneeded } from './settle-unneeded';
import type { OutboxRow, Tables } from './tables';
import { takeTurn } from './take-turn';

type Lease = { readonly now: number; readonly until: number; readonly limit: number };
type DueRow = Pick<
  OutboxRow,
  'id' | 'tenant' | 'case_id' | 'kind' | 'event' | 'lane' | 'target' | 'attempts' | 'lease_until'
>;

/**
 * Takes due messages and holds them until the lease ends (all times in milliseconds since 1970 UTC). Of each lane only the first
 * unsent message is ever given, so a card or a follow-up comes after the post that it belongs to. One instance claims at a time,
 * so that no message is taken twice and no limit counted twice.
 */
export function claimOutgoing(db: Kysely<Tables>, lease: Lease): Promise<readonly Claimed[]> {
  return db.transaction().execute(async (trx) => {
    // Polled every two seconds: while nothing is due, nothing is written.
    if (!(await isAnyDue(trx, lease.now))) return [];
    await takeTurn(trx, '', 'claim');
    await settleUnneeded(trx, lease.now);
    const rows = await take(trx, lease);
    return rows.map(claimed);
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

/** A conversation that may be sent nothing more now is left out and the next are looked at, so that it holds up no other. */
async function take(trx: Transaction<Tables>, lease: Lease): Promise<readonly DueRow[]> {
  const budget = createSendBudget(trx, lease.now);
  const full: Full[] = [];
  const taken: DueRow[] = [];
  for (;;) {
    const rows = await firstOfEachLane(trx, lease, full);
    const before = full.length;
    const chosen: DueRow[] = [];
    for (const row of rows) {
      if (taken.length + chosen.length === lease.limit) break;
      if (isIn(full, row)) continue;
      if (await budget.spend(row)) chosen.push(row);
      else full.push(budget.isSpent(row.tenant) ? { tenant: row.tenant } : { tenant: row.tenant, target: row.target });
    }
    const held = await hold(trx, chosen, lease);
    await budget.note(held);
    taken.push(...held);
    if (taken.length === lease.limit || rows.length < lease.limit || full.length === before) return taken;
  }
}

/** A conversation, or all of a council's. */
type Full = { readonly tenant: string; readonly target?: string };

function isIn(full: readonly Full[], row: DueRow): boolean {
  return full.some(({ tenant, target }) => tenant === row.tenant && (target === undefined || target === row.target));
}

function firstOfEachLane(
  trx: Transaction<Tables>,
  { now, limit }: Lease,
  full: readonly Full[],
): Promise<readonly DueRow[]> {
  return (
    trx
      .selectFrom('outbox as row')
      .leftJoin('cases', (join) => join.onRef('cases.tenant', '=', 'row.tenant').onRef('cases.id', '=', 'row.case_id'))
      .select([
        'row.id',
        'row.tenant',
        'row.case_id',
        'row.kind',
        'row.event',
        'row.lane',
        'row.target',
        'row.attempts',
        'row.lease_until',
      ])
      .where('row.state', '=', 'waiting')
      .where('row.due', '<=', now)
      .where('row.lease_until', '<=', now)
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('outbox as earlier')
              .select('earlier.id')
              .whereRef('earlier.tenant', '=', 'row.tenant')
              .whereRef('earlier.lane', '=', 'row.lane')
              .where('earlier.state', '=', 'waiting')
              .whereRef('earlier.place', '<', 'row.place'),
          ),
        ),
      )
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('pauses')
              .select('pauses.until')
              .whereRef('pauses.tenant', '=', 'row.tenant')
              .whereRef('pauses.target', '=', 'row.target')
              .where('pauses.until', '>', now),
          ),
        ),
      )
      .where(({ and, eb, not }) =>
        and(
          full.map(({ tenant, target }) =>
            not(
              target === undefined
                ? eb('row.tenant', '=', tenant)
                : eb('row.tenant', '=', tenant).and('row.target', '=', target),
            ),
          ),
        ),
      )
      // What is urgent passes everything that waits.
      .orderBy(({ eb }) => eb.case().when('cases.reason', '=', 'urgent').then(0).else(1).end())
      .orderBy('row.due')
      .orderBy('row.place')
      .limit(limit)
      .execute()
  );
}

/** Another instance may settle or put off a message, but not claim it, since it was read: such a message is not held. */
async function hold(
  trx: Transaction<Tables>,
  rows: readonly DueRow[],
  { now, until }: Lease,
): Promise<readonly DueRow[]> {
  if (rows.length === 0) return [];
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
  const ids = new Set(held.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}

function claimed({ id, tenant, case_id, kind, event, lane, target, attempts, lease_until }: DueRow): Claimed {
  return {
    id,
    tenant,
    ...(case_id !== null && { caseId: case_id }),
    kind,
    event,
    lane,
    target,
    attempts: attempts + 1,
    // Whoever says how a message ended also lets go of it.
    ...(lease_until > 0 && { rescued: true }),
  };
}
