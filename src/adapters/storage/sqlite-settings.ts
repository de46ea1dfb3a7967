import type { SqliteDatabase } from 'kysely';
import { inMemory } from './store-path';

type Setting = { readonly name: string; readonly set: string; readonly read: string | number };

/** How long opening waits for an earlier process to let go of the file, and how long a query waits for a lock, in milliseconds. */
const waitAtStart = 1000;
const waitForLock = 5000;

/**
 * Makes every commit reach the disk and the file belong to this connection alone, and reads each setting back.
 * Throws the engine's busy error when another process has the file, and a sentence when a setting did not take.
 */
export function applySqliteSettings(file: SqliteDatabase, path: string): void {
  pragma(file, `busy_timeout = ${waitAtStart}`);
  const settings = settingsFor(path);
  for (const { name, set } of settings) pragma(file, `${name} = ${set}`);
  takeLock(file);
  tellCapitalsApart(file);
  pragma(file, `busy_timeout = ${waitForLock}`);
  for (const setting of [...settings, { name: 'busy_timeout', read: waitForLock }]) verify(file, setting);
}

// The lock comes first: with it, the log needs no memory shared between processes.
function settingsFor(path: string): readonly Setting[] {
  return [
    { name: 'locking_mode', set: 'exclusive', read: 'exclusive' },
    { name: 'journal_mode', set: 'wal', read: path === inMemory ? 'memory' : 'wal' },
    { name: 'synchronous', set: 'full', read: 2 },
    { name: 'foreign_keys', set: 'on', read: 1 },
    // What is removed is written over, so that it is gone from the file and not only from the tables.
    { name: 'secure_delete', set: 'on', read: 1 },
  ];
}

// A write takes the lock for certain, to be kept until the file is closed, and shows that the file can be written.
function takeLock(file: SqliteDatabase): void {
  const version = pragma(file, 'user_version');
  file.prepare('begin immediate').run([]);
  pragma(file, `user_version = ${version}`);
  file.prepare('commit').run([]);
}

// As PostgreSQL does. This setting cannot be read back, so it is tried.
function tellCapitalsApart(file: SqliteDatabase): void {
  pragma(file, 'case_sensitive_like = on');
  const [row] = file.prepare("select 'a' like 'A' as alike").all([]);
  if (Object.values(row ?? {})[0] === 0) return;
  throw new Error('The database does not tell capital letters apart in a pattern. The assistant does not start.');
}

function verify(file: SqliteDatabase, setting: Pick<Setting, 'name' | 'read'>): void {
  const found = pragma(file, setting.name);
  if (found === setting.read) return;
  throw new Error(
    `The database keeps ${setting.name} at ${found} where ${setting.read} is needed so that no case is lost. The assistant does not start.`,
  );
}

function pragma(file: SqliteDatabase, text: string): unknown {
  const statement = file.prepare(`pragma ${text}`);
  if (!statement.reader) return statement.run([]).changes;
  const [row] = statement.all([]);
  return Object.values(row ?? {})[0];
}
