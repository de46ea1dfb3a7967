import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A database that lives in memory and is gone when it is closed: for tests. */
export const inMemory = ':memory:';

const advice = 'Use a file on a disk of this machine, for example file:data/golden-rule.db';

/**
 * `STORE_URL` -> the path of the database file. `file:data/x.db` is relative to the working directory, `file:///srv/x.db` is absolute.
 * Throws for everything else, without repeating the address: one for a server holds a password.
 */
export function storePath(url: string): string {
  if (!url.startsWith('file:')) {
    throw new Error(`STORE_URL begins neither with file: nor with postgres://. ${advice}`);
  }
  const path = url.slice('file:'.length);
  if (path === '') throw new Error(`STORE_URL names no file. ${advice}`);
  if (path === inMemory) return inMemory;
  return path.startsWith('///') ? fileURLToPath(url) : resolve(path);
}
