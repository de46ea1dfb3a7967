import { join } from 'node:path';
import { backUpStore } from '../../src/adapters/storage/back-up-store';
import { fingerprintTable } from '../../src/adapters/storage/fingerprint-table';
import { moveStore } from '../../src/adapters/storage/move-store';
import { openStore } from '../../src/adapters/storage/open-store';
import { openTables } from '../../src/adapters/storage/open-tables';
import { primaryKeys } from '../../src/adapters/storage/primary-keys';
import type { Tables } from '../../src/adapters/storage/tables';
import { fillTables } from '../adapters/storage/fill-tables';
import { temporaryFolder } from '../adapters/storage/temporary-folder';
import { freshDatabases } from './fresh-database';

const ROWS = 450;
const folder = temporaryFolder();
const fresh = freshDatabases();

it('moves every row of every table from a file to a server and back again, and each is the same', async () => {
  const [file, back] = [`file:${join(folder, 'file.db')}`, `file:${join(folder, 'back.db')}`] as const;
  const server = await fresh();
  const first = await openTables(file);
  await fillTables(first.db, ROWS);
  await first.close();
  const there = await moveStore(file, server);
  expect(await moveStore(server, back)).toEqual(there);
  expect(there.map(({ rows }) => rows)).toEqual(there.map(() => ROWS));
  const [before, after] = [await openTables(file), await openTables(back)];
  for (const table of Object.keys(primaryKeys) as (keyof Tables)[])
    expect(await fingerprintTable(after.db, table)).toEqual(await fingerprintTable(before.db, table));
  await before.close();
  await after.close();
});

it('refuses a server that is not empty, and changes nothing there', async () => {
  const server = await fresh();
  const full = await openTables(server);
  await fillTables(full.db, 3);
  const before = await fingerprintTable(full.db, 'cases');
  const source = `file:${join(folder, 'source.db')}`;
  await (await openStore(source)).close();
  await expect(moveStore(source, server)).rejects.toThrow('The target is not empty');
  expect(await fingerprintTable(full.db, 'cases')).toEqual(before);
  await full.close();
});

it('names the tool for a copy of a server', async () => {
  const store = await openStore(await fresh());
  await expect(store.backup(join(folder, 'never.db'))).rejects.toThrow('pg_dump');
  await store.close();
  await expect(backUpStore('postgresql://host/db', join(folder, 'never.db'))).rejects.toThrow('pg_dump');
});
