import { Kysely } from 'kysely';
import type { Store } from '../../app/ports';
import { checkPostgresSettings } from './check-postgres-settings';
import { cleanTextPlugin } from './clean-text-plugin';
import { migrate } from './migrate';
import { migrations } from './migrations';
import { postgresDialect } from './postgres-dialect';
import { everydayLimits, migrationLimits, type PostgresLimits } from './postgres-limits';
import { type PostgresPool, postgresPool } from './postgres-pool';
import { storeOn } from './store-on';
import type { Tables } from './tables';

/**
 * Opens the store on a PostgreSQL server and brings its tables up to date; several instances may do so at once, and share it.
 * Every request ends within the limits, also when the server is gone. Throws a sentence for the operator when it cannot be used.
 */
export async function openPostgresStore(url: string, limits: PostgresLimits = everydayLimits): Promise<Store> {
  const pool = postgresPool(url, limits);
  const db = databaseOn(pool);
  try {
    await checkPostgresSettings(db);
    await bringUpToDate(url);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return storeOn(db, async () => {
    await pool.settled();
    await db.destroy();
  });
}

async function bringUpToDate(url: string): Promise<void> {
  const db = databaseOn(postgresPool(url, migrationLimits));
  await migrate(db, migrations).finally(() => db.destroy());
}

function databaseOn(pool: PostgresPool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: postgresDialect(pool), plugins: [cleanTextPlugin()] });
}
