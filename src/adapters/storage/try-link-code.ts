import type { Kysely } from 'kysely';
import type { Tables } from './tables';

/** Wrong tries after which a code is worthless, so that it cannot be guessed. */
const wrongTriesAllowed = 5;

type Try = { readonly tenant: string; readonly hash: string; readonly now: number };

/** True for the council's current code before it expires. Each wrong try is counted; the fifth removes the code. */
export function tryLinkCode(db: Kysely<Tables>, { tenant, hash, now }: Try): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const code = await trx.selectFrom('link_codes').selectAll().where('tenant', '=', tenant).executeTakeFirst();
    if (code === undefined || code.expires <= now) return false;
    if (code.hash === hash) return true;
    const wrongTries = code.wrong_tries + 1;
    if (wrongTries < wrongTriesAllowed) {
      await trx.updateTable('link_codes').set({ wrong_tries: wrongTries }).where('tenant', '=', tenant).execute();
    } else {
      await trx.deleteFrom('link_codes').where('tenant', '=', tenant).execute();
    }
    return false;
  });
}
