import { join } from 'node:path';
import { openSqlite } from '../../../src/adapters/storage/open-sqlite';
import { releaseSqlite } from '../../../src/adapters/storage/release-sqlite';
import type { SqliteFile } from '../../../src/adapters/storage/sqlite-file';
import { applySqliteSettings } from '../../../src/adapters/storage/sqlite-settings';
import { temporaryFolder } from './temporary-folder';

const path = join(temporaryFolder(), 'settings.db');
let file: SqliteFile;
beforeEach(async () => {
  file = await openSqlite(path);
});
afterEach(() => {
  releaseSqlite(file);
  file.close();
});

it.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['busy_timeout', 5000],
  ['foreign_keys', 1],
  ['locking_mode', 'exclusive'],
])('%s is %s', (name, value) => {
  applySqliteSettings(file, join('never read', 'settings.db'));
  const [row] = file.prepare(`pragma ${name}`).all([]);
  expect(Object.values(row ?? {})).toEqual([value]);
});

it.each(['journal_mode', 'synchronous', 'busy_timeout', 'foreign_keys', 'locking_mode'])(
  'refuses to start when %s does not take',
  (name) => {
    const stubborn = { ...file, prepare: (sql: string) => file.prepare(sql === `pragma ${name}` ? 'select 77' : sql) };
    expect(() => applySqliteSettings(stubborn, path)).toThrow(`The database keeps ${name} at 77 where`);
  },
);

it('refuses a file that cannot be written', () => {
  file.prepare('pragma query_only = on').run([]);
  expect(() => applySqliteSettings(file, path)).toThrow('attempt to write a readonly database');
  file.prepare('pragma query_only = off').run([]);
});
