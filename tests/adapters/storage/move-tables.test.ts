import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { fingerprintTable } from '../../../src/adapters/storage/fingerprint-table';
import { moveStore } from '../../../src/adapters/storage/move-store';
import { moveTables } from '../../../src/adapters/storage/move-tables';
import { openStore } from '../../../src/adapters/storage/open-store';
import { openTables } from '../../../src/adapters/storage/open-tables';
import { primaryKeys } from '../../../src/adapters/storage/primary-keys';
import type { SqliteFile } from '../../../src/adapters/storage/sqlite-file';
import type { Tables } from '../../../src/adapters/storage/tables';
import { fillTables } from './fill-tables';
import { openDatabase } from './open-database';
import { newCase, opening, tenant } from './samples';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const ROWS = 450;
const TABLES = Object.keys(primaryKeys) as (keyof Tables)[];
/** 200 rows are read at once. */
const LAST_READ = TABLES.length * Math.ceil(ROWS / 200);
let file: SqliteFile;
let from: Kysely<Tables>;
let to: Kysely<Tables>;
beforeEach(async () => {
  ({ db: from, file } = await openDatabase(':memory:'));
  ({ db: to } = await openDatabase(':memory:'));
});
afterEach(async () => {
  await from.destroy();
  await to.destroy();
});

it('knows every table and its key', async () => {
  const tables = await from.introspection.getTables();
  expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(primaryKeys).sort());
  for (const [table, key] of Object.entries(primaryKeys)) {
    const columns = tables.find(({ name }) => name === table)?.columns.map(({ name }) => name);
    expect(columns).toEqual(expect.arrayContaining([...key]));
  }
});

it('copies every row of every table as it is', async () => {
  await fillTables(from, ROWS);
  const moved = await moveTables(from, to);
  expect(moved.map(({ rows }) => rows)).toEqual(moved.map(() => ROWS));
  for (const table of TABLES) expect(await rowsOf(to, table)).toEqual(await rowsOf(from, table));
});

it('gives other rows another hash', async () => {
  await fillTables(from, 3);
  await fillTables(to, 3);
  const before = await fingerprintTable(from, 'people');
  expect(await fingerprintTable(to, 'people')).toEqual(before);
  await to.updateTable('people').set({ text_only: 1 }).where('text_only', '=', 0).execute();
  const after = await fingerprintTable(to, 'people');
  expect(after.rows).toBe(before.rows);
  expect(after.hash).not.toBe(before.hash);
});

it.each(TABLES)('refuses a target with a row in %s, and leaves it as it was', async (table) => {
  await fillTables(from, 2);
  if (table === 'outbox') await fillTables(to, 1);
  else await to.transaction().execute((trx) => onlyIn(trx, table));
  await expect(moveTables(from, to)).rejects.toThrow(
    /^The target is not empty: its table \w+ has rows\. Nothing was copied\.$/,
  );
  expect((await fingerprintTable(to, table)).rows).toBe(1);
});

it('copies nothing when the source changes meanwhile', async () => {
  await fillTables(from, ROWS);
  let asked = 0;
  const changing = from.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      asked += 1;
      // The last rows of the last table have just been read.
      if (asked === LAST_READ) file.prepare('delete from seen where at = 9000000000007').run([]);
      return result;
    },
  });
  await expect(moveTables(changing, to)).rejects.toThrow(
    'The table seen is not the same in both: 449 rows in the source, 450 in the target.',
  );
  for (const table of TABLES) expect((await fingerprintTable(to, table)).rows).toBe(0);
});

it('moves a store from one file to another, where everything is found again', async () => {
  const [source, target] = ['source', 'target'].map((name) => `file:${join(folder, `${name}.db`)}`) as [string, string];
  const store = await openStore(source);
  const { case: opened } = await store.cases.open(newCase('a'), opening(1));
  await store.close();
  const moved = await moveStore(source, target);
  expect(moved.find(({ table }) => table === 'cases')?.rows).toBe(1);
  const there = await openStore(target);
  expect(await there.cases.byId(tenant, 'a')).toEqual(opened);
  expect((await there.cases.open(newCase('b'), opening(2))).case.reference).toBe('C-0002');
  await there.close();
});

it('refuses a source with which the assistant is running', async () => {
  const url = `file:${join(folder, 'running.db')}`;
  const running = await openTables(url);
  await expect(moveStore(url, 'file::memory:')).rejects.toThrow('The assistant is already running on');
  await running.close();
});

it('refuses a source that is not there, and makes none', async () => {
  const url = `file:${join(folder, 'none.db')}`;
  await expect(moveStore(url, 'file::memory:')).rejects.toThrow('There is no database at');
  await expect(moveStore(url, 'file::memory:')).rejects.toThrow('There is no database at');
});

async function rowsOf(db: Kysely<Tables>, table: keyof Tables): Promise<readonly unknown[]> {
  const rows = await db.selectFrom(table).selectAll().execute();
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** One row in one table; what a case's messages need is not needed by any other table. */
async function onlyIn(db: Kysely<Tables>, table: keyof Tables): Promise<void> {
  await fillTables(db, 1);
  for (const other of TABLES.toReversed()) if (other !== table) await db.deleteFrom(other).execute();
}
