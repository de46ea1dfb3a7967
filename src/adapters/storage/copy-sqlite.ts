import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import type { SqliteDatabase } from 'kysely';

/** Writes the whole database, as it is at this moment, into a new file that only this account can read, and waits until it is on the disk. */
export function copySqlite(file: SqliteDatabase, to: string): void {
  // Made first, because SQLite would let others read it; it accepts a file that is empty.
  writeFileSync(to, '', { flag: 'wx', mode: 0o600 });
  file.prepare('vacuum into ?').run([to]);
  // SQLite does not wait for the disk here (sqlite.org/lang_vacuum.html, "VACUUM INTO").
  const copy = openSync(to, 'r+');
  fsyncSync(copy);
  closeSync(copy);
}
