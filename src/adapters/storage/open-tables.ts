import type { Kysely } from 'kysely';
import { isServer } from './is-server';
import { openPostgresTables } from './open-postgres-tables';
import { openSqliteTables } from './open-sqlite-tables';
import { migrationLimits } from './postgres-limits';
import type { Tables } from './tables';

export type OpenTables = {
  readonly db: Kysely<Tables>;
  /** Writes a whole copy into a new file while everything goes on. */
  readonly backup: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens the tables behind an address for work that nobody waits for, and brings them up to date. Throws a sentence for the operator when they cannot be used. */
export function openTables(url: string): Promise<OpenTables> {
  return isServer(url) ? openPostgresTables(url, migrationLimits) : openSqliteTables(url);
}
