import type { Store } from '../../app/ports';
import { openPostgresStore } from './open-postgres-store';
import { openSqliteStore, type SqliteStoreOptions } from './open-sqlite-store';

const server = /^postgres(?:ql)?:\/\//u;

/**
 * Opens the store that `STORE_URL` names: a PostgreSQL server for `postgres://…` or `postgresql://…`, a SQLite file for `file:…`.
 * Throws a sentence for the operator when it cannot be used.
 */
export async function openStore(url: string, options: SqliteStoreOptions = {}): Promise<Store> {
  return server.test(url) ? openPostgresStore(url) : openSqliteStore(url, options);
}
