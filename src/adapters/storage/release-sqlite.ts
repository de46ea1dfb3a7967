import type { SqliteDatabase } from 'kysely';

/**
 * Writes the log back into the file and gives the lock up, so that the closed file is complete by itself.
 * Closing alone is not enough: libsql keeps the connection, and with it the lock, until its last statement is collected.
 */
export function releaseSqlite(file: SqliteDatabase): void {
  for (const text of ['journal_mode = delete', 'locking_mode = normal', 'schema_version']) {
    file.prepare(`pragma ${text}`).all([]);
  }
}
