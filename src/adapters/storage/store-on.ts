import type { Kysely } from 'kysely';
import type { Store } from '../../app/ports';
import { storeParts } from './store-parts';
import type { Tables } from './tables';

/** The store on a database that is up to date. `close` is called once, however often the store is closed. */
export function storeOn(db: Kysely<Tables>, close: () => Promise<void>): Store {
  let closing: Promise<void> | undefined;
  return {
    ...storeParts(db),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
