import { mkdirSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import type { Store } from '../../app/ports';
import { cleanTextPlugin } from './clean-text-plugin';
import { migrate } from './migrate';
import { migrations } from './migrations';
import { openSqlite } from './open-sqlite';
import { refuseNetworkFolder } from './refuse-network-folder';
import { releaseSqlite } from './release-sqlite';
import { sqliteCode, sqliteCodes } from './sqlite-code';
import { sqliteDialect } from './sqlite-dialect';
import type { SqliteFile } from './sqlite-file';
import { applySqliteSettings } from './sqlite-settings';
import { storeOn } from './store-on';
import { inMemory, storePath } from './store-path';
import type { Tables } from './tables';

export type SqliteStoreOptions = {
  /** A folder -> the type number of its file system; the machine is asked unless a test answers. */
  readonly fileSystemType?: (folder: string) => number;
};

/**
 * Opens the store in a SQLite file and brings its tables up to date; creates the folder and the file where they are missing.
 * The file belongs to this process until `close`. Throws a sentence for the operator when the file cannot be had or cannot be kept safe.
 */
export async function openSqliteStore(url: string, options: SqliteStoreOptions = {}): Promise<Store> {
  const path = storePath(url);
  if (path !== inMemory) prepareFolder(dirname(path), options.fileSystemType ?? askForType);
  const file = await openFile(path);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file), plugins: [cleanTextPlugin()] });
  await migrate(db, migrations).catch(async (error) => {
    await close(db, file);
    throw error;
  });
  return storeOn(db, () => close(db, file));
}

function prepareFolder(folder: string, fileSystemType: (folder: string) => number): void {
  // Drafts and questions are kept here: a new folder is for this account alone.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseNetworkFolder(folder, fileSystemType(folder));
}

function askForType(folder: string): number {
  return statfsSync(folder).type;
}

async function openFile(path: string): Promise<SqliteFile> {
  let file: SqliteFile | undefined;
  try {
    file = await openSqlite(path);
    applySqliteSettings(file, path);
    return file;
  } catch (error) {
    file?.close();
    throw sayWhy(error, path);
  }
}

function sayWhy(error: unknown, path: string): Error {
  if (sqliteCode(error) !== sqliteCodes.busy) {
    return new Error(
      `The database ${path} cannot be used (${error}). Check that the file was made by this assistant and that this account may write to it.`,
      { cause: error },
    );
  }
  return new Error(
    `The assistant is already running on ${path}. Stop the other one first, or give this one a file of its own in STORE_URL.`,
    { cause: error },
  );
}

/** Waits for its turn on the connection, behind everything that was asked for before. */
async function close(db: Kysely<Tables>, file: SqliteFile): Promise<void> {
  try {
    await db.connection().execute(async () => releaseSqlite(file));
  } finally {
    await db.destroy();
  }
}
