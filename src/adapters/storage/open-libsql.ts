import type { SqliteFile } from './sqlite-file';

/** Opens a file with libsql: for a Node that has no SQLite of its own. Loaded only then, because it is native code. */
export async function openLibsql(path: string): Promise<SqliteFile> {
  const { default: Libsql } = await import('libsql');
  const database = new Libsql(path);
  return {
    inTransaction: () => database.inTransaction,
    close: () => {
      database.close();
    },
    prepare: (sql) => database.prepare(sql),
  };
}
