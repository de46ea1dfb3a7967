import type { Store } from '../../app/ports';
import type { OpenTables } from './open-tables';
import { storeParts } from './store-parts';

/** The store on tables that are up to date. They are closed once, however often the store is closed. */
export function storeOn({ db, backup, close }: OpenTables): Store {
  let closing: Promise<void> | undefined;
  return {
    ...storeParts(db),
    backup,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
