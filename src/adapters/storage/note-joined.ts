import type { Kysely } from 'kysely';
import type { Tables } from './tables';

/**
 * A card in the clerk's channel shows the cases that wait with its own, so when message `id` brought it there, these have arrived too.
 * Each row by itself: a transaction that holds several could wait for one that answers them, and that one for it.
 */
export async function noteJoined(db: Kysely<Tables>, id: string, at: number): Promise<void> {
  const card = await db
    .selectFrom('outbox')
    .select(['tenant', 'case_id'])
    .where('id', '=', id)
    .where('kind', 'in', ['clerk-post', 'clerk-card'])
    .executeTakeFirst();
  if (card === undefined) return;
  const joined = await db
    .selectFrom('cases')
    .select('id')
    .where('tenant', '=', card.tenant)
    .where('joined', '=', card.case_id)
    .where('posted_at', 'is', null)
    .execute();
  for (const one of joined)
    await db
      .updateTable('cases')
      .set({ posted_at: at })
      .where('tenant', '=', card.tenant)
      .where('id', '=', one.id)
      .execute();
}
