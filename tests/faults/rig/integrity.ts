import { openSqlite } from '../../../src/adapters/storage/open-sqlite';

/** What SQLite finds when it checks a file. */
export async function integrity(path: string): Promise<unknown> {
  const file = await openSqlite(path);
  const rows = file.prepare('pragma integrity_check').all([]);
  file.close();
  return rows.map((row) => ({ ...(row as object) }));
}
