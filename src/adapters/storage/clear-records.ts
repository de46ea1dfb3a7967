import { type Kysely, sql } from 'kysely';
import type { KeptSince } from '../../app/record-ports';
import type { Tables } from './tables';

const count = sql<number>`count(*)`.as('rows');

type Clearing = { readonly tenant: string; readonly since: KeptSince; readonly limit: number };

/** Removes what is too old to be kept and holds no words: at most `limit` rows of each kind in one call, so that nothing waits long for it. */
export async function clear(db: Kysely<Tables>, { tenant, since, limit }: Clearing): Promise<number> {
  const results = [
    await db
      .deleteFrom('outbox')
      .where('tenant', '=', tenant)
      .where('id', 'in', oldMessages(db, tenant, since).select('id').orderBy('settled_at').limit(limit))
      .executeTakeFirstOrThrow(),
    await db
      .deleteFrom('access_log')
      .where('tenant', '=', tenant)
      .where('number', 'in', oldEntries(db, tenant, since).select('number').orderBy('at').limit(limit))
      .executeTakeFirstOrThrow(),
    await db
      .deleteFrom('seen')
      .where('key', 'in', oldKeys(db, since).select('key').orderBy('at').limit(limit))
      .executeTakeFirstOrThrow(),
  ];
  await db.deleteFrom('pauses').where('tenant', '=', tenant).where('until', '<', since.passing).execute();
  await db.deleteFrom('tries').where('tenant', '=', tenant).where('at', '<', since.passing).execute();
  await db.deleteFrom('link_codes').where('tenant', '=', tenant).where('expires', '<', since.passing).execute();
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}

/** How much that is, without a limit. */
export async function clearable(db: Kysely<Tables>, tenant: string, since: KeptSince): Promise<number> {
  const counts = [
    await oldMessages(db, tenant, since).select(count).executeTakeFirstOrThrow(),
    await oldEntries(db, tenant, since).select(count).executeTakeFirstOrThrow(),
    await oldKeys(db, since).select(count).executeTakeFirstOrThrow(),
  ];
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

/** Sent, given up or overtaken; what still waits has no such moment. */
function oldMessages(db: Kysely<Tables>, tenant: string, { outbox }: KeptSince) {
  return db.selectFrom('outbox').where('tenant', '=', tenant).where('settled_at', '<', outbox);
}

function oldEntries(db: Kysely<Tables>, tenant: string, since: KeptSince) {
  return db.selectFrom('access_log').where('tenant', '=', tenant).where('at', '<', since.accessLog);
}

function oldKeys(db: Kysely<Tables>, { passing }: KeptSince) {
  return db.selectFrom('seen').where('at', '<', passing);
}
