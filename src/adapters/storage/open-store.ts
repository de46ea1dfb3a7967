import type { Store } from '../../app/ports';
import { isServer } from './is-server';
import { openPostgresTables } from './open-postgres-tables';
import { openSqliteTables, type SqliteOptions } from './open-sqlite-tables';
import { everydayLimits } from './postgres-limits';
import { storeOn } from './store-on';

/**
 * Opens the store that `STORE_URL` names: a PostgreSQL server for `postgres://…` or `postgresql://…`, a SQLite file for `file:…`.
 * Throws a sentence for the operator when it cannot be used.
 */
export async function openStore(url: string, options: SqliteOptions = {}): Promise<Store> {
  return storeOn(await (isServer(url) ? openPostgresTables(url, everydayLimits) : openSqliteTables(url, options)));
}
