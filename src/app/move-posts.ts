import { outgoingAbout } from './plan-case';
import type { Surroundings } from './surroundings';

/** More than this wait at no desk. */
const MOST_MOVED = 500;

/** Another channel has been linked: what waits for the clerk is posted there, because the cards in the old one can no longer be used. */
export async function movePosts(tenant: string, { store, clock }: Surroundings): Promise<void> {
  const at = clock();
  const waiting = await store.cases.waiting(tenant, 'clerk', MOST_MOVED);
  const posted = waiting.filter((one) => one.delivery.posted !== undefined);
  const posts = posted.map((one) =>
    outgoingAbout(one, 'clerk-post', { id: `${one.id}:moved:${at}`, event: one.events.length - 1 }),
  );
  await store.outbox.add(posts, at);
}
