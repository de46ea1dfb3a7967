import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables';

/** Wrong tries after which a code is worthless, so that it cannot be guessed. */
const wrongTriesAllowed = 5;

type Try = { readonly tenant: string; readonly hash: string; readonly now: number };

/** True for the council's current code before it expires. Each wrong try is counted; the fifth removes the code. */
export function tryLinkCode(db: Kysely<Tables>, { tenant, hash, now }: Try): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (await isRight(trx, { tenant, hash, now })) return true;
    // Counted by the database, which lets no try among many at once go uncounted.
    const code = await trx
      .updateTable('link_codes')
      .set((eb) => ({ wrong_tries: eb('wrong_tries', '+', 1) }))
      .where('tenant', '=', tenant)
      .where('expires', '>', now)
      .returning('wrong_tries')
      .executeTakeFirst();
    if (code !== undefined && code.wrong_tries >= wrongTriesAllowed) {
      await trx.deleteFrom('link_codes').where('tenant', '=', tenant).execute();
    }
    return false;
  });
}

async function isRight(trx: Transaction<Tables>, { tenant, hash, now }: Try): Promise<boolean> {
  const code = await trx.selectFrom('link_codes').selectAll().where('tenant', '=', tenant).executeTakeFirst();
  return code !== undefined && code.hash === hash && code.expires > now;
}
