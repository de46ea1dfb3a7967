import { nameOf } from './create-worker';
import type { Clock, Log, Store } from './ports';

export type Health = { readonly well: boolean; readonly facts: object };

/** Whether questions can be taken now, and what waits to go out. It is not well when nothing can be written. No personal facts. */
export async function readHealth(store: Store, clock: Clock, log: Log): Promise<Health> {
  try {
    await store.probe();
    return { well: true, facts: { status: 'ok', outbox: await store.outbox.counts(clock()) } };
  } catch (error) {
    log.error('the store cannot be written', { error: nameOf(error) });
    return { well: false, facts: { status: 'the store cannot be written' } };
  }
}
