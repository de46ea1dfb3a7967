import { openSqlite } from './open-sqlite';
import { sqliteCode, sqliteCodes } from './sqlite-code';
import type { SqliteFile } from './sqlite-file';
import { applySqliteSettings } from './sqlite-settings';
import { StoreInUseError } from './store-in-use-error';

/**
 * Opens a database file for this process alone, with the settings that keep it safe. Its tables stay as they are.
 * Throws a sentence for the operator when the file cannot be had; `StoreInUseError` when another process has it.
 */
export async function openSqliteFile(path: string): Promise<SqliteFile> {
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
  if (sqliteCode(error) === sqliteCodes.busy) return new StoreInUseError(path, error);
  return new Error(
    `The database ${path} cannot be used (${error}). Check that the file was made by this assistant and that this account may write to it.`,
    { cause: error },
  );
}
