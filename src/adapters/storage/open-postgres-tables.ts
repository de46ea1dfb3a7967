import { Kysely } from 'kysely';
import { checkPostgresSettings } from './check-postgres-settings';
import { cleanTextPlugin } from './clean-text-plugin';
import { migrate } from './migrate';
import { migrations } from './migrations';
import type { OpenTables } from './open-tables';
import { postgresDialect } from './postgres-dialect';
import { migrationLimits, type PostgresLimits } from './postgres-limits';
import { type PostgresPool, postgresPool } from './postgres-pool';
import { serverBackup } from './server-backup';
import type { Tables } from './tables';

/**
 * Opens the tables on a PostgreSQL server; several instances may do so at once, and share them. Every use of a connection ends within
 * the limits, also when the server is gone. Throws a sentence for the operator when it cannot be used.
 */
export async function openPostgresTables(url: string, limits: PostgresLimits): Promise<OpenTables> {
  const pool = postgresPool(url, limits);
  const db = databaseOn(pool);
  try {
    await checkPostgresSettings(db);
    await bringUpToDate(url);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    db,
    backup: () => Promise.reject(new Error(serverBackup)),
    close: async () => {
      await pool.settled();
      await db.destroy();
    },
  };
}

async function bringUpToDate(url: string): Promise<void> {
  const db = databaseOn(postgresPool(url, migrationLimits));
  await migrate(db, migrations).finally(() => db.destroy());
}

function databaseOn(pool: PostgresPool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: postgresDialect(pool), plugins: [cleanTextPlugin()] });
}
