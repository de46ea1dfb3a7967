import type { Transaction } from 'kysely';
import type { Tables } from './tables';

/** Ends what is no longer worth sending or can no longer be sent. `now` in milliseconds since 1970 UTC. */
export async function settleUnneeded(trx: Transaction<Tables>, now: number): Promise<void> {
  await parkWithoutPost(trx, now);
  await supersedeOldCards(trx, now);
}

/** A post that will not be tried again leaves nothing to redraw or reply to. */
async function parkWithoutPost(trx: Transaction<Tables>, now: number): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ state: 'parked', settled_at: now })
    .where('state', '=', 'waiting')
    .where('kind', 'in', ['clerk-card', 'clerk-thread', 'urgent-again'])
    .where(({ exists, not, selectFrom }) => {
      const posts = selectFrom('outbox as post')
        .select('post.id')
        .whereRef('post.tenant', '=', 'outbox.tenant')
        .whereRef('post.lane', '=', 'outbox.lane')
        .where('post.kind', '=', 'clerk-post');
      // Posted all the same: the clerk pressed a copy of which the service never told, or the post was made anew.
      const cards = selectFrom('cases')
        .select('cases.id')
        .whereRef('cases.tenant', '=', 'outbox.tenant')
        .whereRef('cases.id', '=', 'outbox.case_id')
        .where((eb) => eb.or([eb('cases.posted_at', 'is not', null), eb('cases.post', 'is not', null)]));
      return exists(posts.where('post.state', '=', 'parked')).and(
        not(exists(posts.where('post.state', '=', 'waiting')).or(exists(cards))),
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
    .where('kind', 'in', ['clerk-card', 'receipt-card'])
    .where('lease_until', '<=', now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outbox as newer')
          .select('newer.id')
          .whereRef('newer.tenant', '=', 'outbox.tenant')
          .whereRef('newer.lane', '=', 'outbox.lane')
          .where('newer.state', '=', 'waiting')
          .whereRef('newer.place', '>', 'outbox.place')
          .whereRef('newer.case_id', '=', 'outbox.case_id')
          .whereRef('newer.kind', '=', 'outbox.kind'),
      ),
    )
    .execute();
}
