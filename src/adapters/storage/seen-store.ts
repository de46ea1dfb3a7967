import type { Kysely } from 'kysely';
import type { SeenStore } from '../../app/ports';
import type { Tables } from './tables';

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
    await trx
      .deleteFrom('seen')
      .where('key', 'in', (eb) =>
        eb
          .selectFrom('seen')
          .select('key')
          .where('at', '<', now - memory)
          .orderBy('at')
          .limit(removedAtOnce),
      )
      .execute();
    return true;
  });
}
