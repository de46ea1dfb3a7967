import { isServer } from './is-server';
import { type Moved, moveTables } from './move-tables';
import { openTables } from './open-tables';
import { refuseMissingFile } from './refuse-missing-file';
import { storePath } from './store-path';

/**
 * Copies one store into another that is empty, and compares them. Throws a sentence for the operator when one of them cannot be used,
 * such as a SQLite file with which the assistant is running; then nothing was copied.
 */
export async function moveStore(from: string, to: string): Promise<readonly Moved[]> {
  if (!isServer(from)) refuseMissingFile(storePath(from));
  const source = await openTables(from);
  try {
    const target = await openTables(to);
    try {
      return await moveTables(source.db, target.db);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
