import type { Kysely, Transaction } from 'kysely';
import type { SeenStore } from '../../app/ports';
import type { Tables } from './tables';
import { takeTurn } from './take-turn';

/** How long a key is remembered, in milliseconds: seven days, far beyond the minutes in which a channel delivers again. */
const memory = 7 * 24 * 60 * 60 * 1000;

/** Old keys removed for each new one: more than one, so that they run out, and few, so that no message waits for it. */
const removedAtOnce = 50;

/** Tells messages that were delivered twice. */
export function seenStore(db: Kysely<Tables>): SeenStore {
  return { firstSight: (key, now) => firstSight(db, key, now) };
}

function firstSight(db: Kysely<Tables>, key: string, now: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('seen')
      .values({ key, at: now })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) return false;
    await forgetOld(trx, now - memory);
    return true;
  });
}

async function forgetOld(trx: Transaction<Tables>, before: number): Promise<void> {
  const old = await trx
    .selectFrom('seen')
    .select('key')
    .where('at', '<', before)
    .orderBy('at')
    .limit(removedAtOnce)
    .execute();
  if (old.length === 0) return;
  // Two instances that delete the same rows in different orders would block each other.
  await takeTurn(trx, '', 'forget');
  await trx
    .deleteFrom('seen')
    .where(
      'key',
      'in',
      old.map(({ key }) => key),
    )
    .execute();
}
