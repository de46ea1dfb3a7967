import { Kysely, type KyselyConfig } from 'kysely';
import { cleanTextPlugin } from '../../../src/adapters/storage/clean-text-plugin';
import { migrate } from '../../../src/adapters/storage/migrate';
import { migrations } from '../../../src/adapters/storage/migrations';
import { openSqlite } from '../../../src/adapters/storage/open-sqlite';
import { sqliteDialect } from '../../../src/adapters/storage/sqlite-dialect';
import type { SqliteFile } from '../../../src/adapters/storage/sqlite-file';
import { applySqliteSettings } from '../../../src/adapters/storage/sqlite-settings';
import type { Tables } from '../../../src/adapters/storage/tables';

/** The inside of a store, for tests that must see the connection or the queries. */
export async function openDatabase(
  path: string,
  log?: KyselyConfig['log'],
): Promise<{ readonly db: Kysely<Tables>; readonly file: SqliteFile }> {
  const file = await openSqlite(path);
  applySqliteSettings(file, path);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file), plugins: [cleanTextPlugin()], log });
  await migrate(db, migrations);
  return { db, file };
}
