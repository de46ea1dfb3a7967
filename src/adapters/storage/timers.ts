import type { Kysely, Transaction } from 'kysely';
import type { Timer, Timers } from '../../app/outbox-ports';
import type { Tables } from './tables';
import { takeTurn } from './take-turn';

/** What happens by itself at a moment. A timer is one row by council, case and kind, so that setting it again moves it. */
export function timers(db: Kysely<Tables>): Timers {
  return {
    claim: (now, leaseUntil, limit) => claim(db, { now, leaseUntil, limit }),
    set: async ({ tenant, caseId, kind, due }) => {
      await db
        .insertInto('timers')
        .values({ tenant, case_id: caseId, kind, due, lease_until: 0 })
        .onConflict((conflict) => conflict.columns(['tenant', 'case_id', 'kind']).doUpdateSet({ due, lease_until: 0 }))
        .execute();
    },
    ensure: async ({ tenant, caseId, kind, due }) => {
      await db
        .insertInto('timers')
        .values({ tenant, case_id: caseId, kind, due, lease_until: 0 })
        .onConflict((conflict) => conflict.columns(['tenant', 'case_id', 'kind']).doNothing())
        .execute();
    },
    isSet: (timer) => isSet(db, timer),
    done: async ({ tenant, caseId, kind, due }) => {
      await db
        .deleteFrom('timers')
        .where('tenant', '=', tenant)
        .where('case_id', '=', caseId)
        .where('kind', '=', kind)
        .where('due', '=', due)
        // One that was set anew, even for the same moment, is held by nobody.
        .where('lease_until', '>', 0)
        .execute();
    },
  };
}

type Claim = { readonly now: number; readonly leaseUntil: number; readonly limit: number };

function claim(db: Kysely<Tables>, lease: Claim): Promise<readonly Timer[]> {
  return db.transaction().execute(async (trx) => {
    // Asked for every few seconds: while nothing is due, nothing is written.
    if ((await due(trx, lease)).length === 0) return [];
    // One instance at a time, so that no timer rings twice.
    await takeTurn(trx, '', 'ring');
    const taken: Timer[] = [];
    for (const timer of await due(trx, lease)) if (await hold(trx, timer, lease)) taken.push(timer);
    return taken;
  });
}

/** Those due longest, in one order for everybody. */
async function due(trx: Transaction<Tables>, { now, limit }: Claim): Promise<readonly Timer[]> {
  const rows = await trx
    .selectFrom('timers')
    .select(['tenant', 'case_id', 'kind', 'due'])
    .where('due', '<=', now)
    .where('lease_until', '<=', now)
    .orderBy('due')
    .limit(limit)
    .execute();
  const timers = rows.map(({ case_id, ...row }) => ({ ...row, caseId: case_id }));
  return timers.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ tenant, caseId, kind }: Timer): string {
  return JSON.stringify([caseId, kind, tenant]);
}

/** False for a timer that a change of its case took away, or moved, in this moment. */
async function hold(trx: Transaction<Tables>, timer: Timer, { leaseUntil }: Claim): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('timers')
    .set({ lease_until: leaseUntil })
    .where('tenant', '=', timer.tenant)
    .where('case_id', '=', timer.caseId)
    .where('kind', '=', timer.kind)
    .where('due', '=', timer.due)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function isSet(db: Kysely<Tables>, { tenant, caseId, kind, due }: Timer): Promise<boolean> {
  const row = await db
    .selectFrom('timers')
    .select('kind')
    .where('tenant', '=', tenant)
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where('due', '=', due)
    .executeTakeFirst();
  return row !== undefined;
}
