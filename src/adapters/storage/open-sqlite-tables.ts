import { existsSync, mkdirSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { answerBackupRequests } from './answer-backup-requests';
import { cleanTextPlugin } from './clean-text-plugin';
import { copySqlite } from './copy-sqlite';
import { migrate } from './migrate';
import { migrations } from './migrations';
import { openSqliteFile } from './open-sqlite-file';
import type { OpenTables } from './open-tables';
import { refuseNetworkFolder } from './refuse-network-folder';
import { releaseSqlite } from './release-sqlite';
import { sqliteDialect } from './sqlite-dialect';
import type { SqliteFile } from './sqlite-file';
import { inMemory, storePath } from './store-path';
import type { Tables } from './tables';

export type SqliteOptions = {
  /** A folder -> the type number of its file system; the machine is asked unless a test answers. */
  readonly fileSystemType?: (folder: string) => number;
};

/**
 * Opens the tables in a SQLite file; creates the folder and the file where they are missing. The file belongs to this process until `close`.
 * Throws a sentence for the operator when the file cannot be had or cannot be kept safe.
 */
export async function openSqliteTables(url: string, options: SqliteOptions = {}): Promise<OpenTables> {
  const path = storePath(url);
  if (path !== inMemory) preparePlace(path, options.fileSystemType ?? askForType);
  const file = await openSqliteFile(path);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file), plugins: [cleanTextPlugin()] });
  await migrate(db, migrations).catch(async (error) => {
    await close(db, file);
    throw error;
  });
  // Each waits for its turn on the connection, behind everything that was asked for before.
  const backup = (to: string) => db.connection().execute(async () => copySqlite(file, to));
  const stopAnswering = path === inMemory ? async () => {} : answerBackupRequests(path, backup);
  return {
    db,
    backup,
    close: async () => {
      await stopAnswering();
      await close(db, file);
    },
  };
}

function preparePlace(path: string, fileSystemType: (folder: string) => number): void {
  const folder = dirname(path);
  // Drafts and questions are kept here: a new folder is for this account alone, and so is a new file where the folder was there.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseNetworkFolder(folder, fileSystemType(folder));
  if (!existsSync(path)) writeFileSync(path, '', { flag: 'a', mode: 0o600 });
}

function askForType(folder: string): number {
  return statfsSync(folder).type;
}

async function close(db: Kysely<Tables>, file: SqliteFile): Promise<void> {
  try {
    await db.connection().execute(async () => releaseSqlite(file));
  } finally {
    await db.destroy();
  }
}
