import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { askForBackup } from './ask-for-backup';
import { checkCopy } from './check-copy';
import { copySqlite } from './copy-sqlite';
import { isServer } from './is-server';
import { openSqliteFile } from './open-sqlite-file';
import { refuseMissingFile } from './refuse-missing-file';
import { releaseSqlite } from './release-sqlite';
import { serverBackup } from './server-backup';
import { StoreInUseError } from './store-in-use-error';
import { storePath } from './store-path';

/** A gigabyte takes some five seconds to copy; two minutes are for a slow disk, in milliseconds. */
const WAIT_MS = 120_000;

/**
 * Copies the store of `STORE_URL` into a new file and checks the copy, whether the assistant is running or not. `waitMs` is for the running
 * one to answer. Throws a sentence for the operator; then there is no new file.
 */
export async function backUpStore(url: string, to: string, waitMs = WAIT_MS): Promise<void> {
  if (isServer(url)) throw new Error(serverBackup);
  const path = storePath(url);
  const copy = resolve(to);
  refuseMissingFile(path);
  if (existsSync(copy)) throw new Error(`${copy} is there already. Give the copy another name.`);
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  try {
    await copyTo(part, path, waitMs);
    await checkCopy(part);
    renameSync(part, copy);
  } finally {
    rmSync(part, { force: true });
  }
  keepName(dirname(copy));
}

async function copyTo(part: string, path: string, waitMs: number): Promise<void> {
  const file = await openSqliteFile(path).catch((error: unknown) => {
    if (error instanceof StoreInUseError) return undefined;
    throw error;
  });
  if (file === undefined) return askForBackup(path, part, waitMs);
  try {
    copySqlite(file, part);
    releaseSqlite(file);
  } finally {
    file.close();
  }
}

/** A new name is safe once its folder is on the disk; Windows does so by itself and refuses to be asked. */
function keepName(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
