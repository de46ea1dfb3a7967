import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backUpStore } from '../../../src/adapters/storage/back-up-store';
import { checkCopy } from '../../../src/adapters/storage/check-copy';
import { fingerprintTable } from '../../../src/adapters/storage/fingerprint-table';
import { openSqlite } from '../../../src/adapters/storage/open-sqlite';
import { openStore } from '../../../src/adapters/storage/open-store';
import { openTables } from '../../../src/adapters/storage/open-tables';
import { primaryKeys } from '../../../src/adapters/storage/primary-keys';
import type { Tables } from '../../../src/adapters/storage/tables';
import { fillTables } from './fill-tables';
import { newCase, opening, tenant } from './samples';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);

it('copies a store that is not running, row by row the same, and leaves one new file', async () => {
  const source = await openTables(`file:${at('still.db')}`);
  await fillTables(source.db, 250);
  await source.close();
  await backUpStore(`file:${at('still.db')}`, at('still-copy.db'));
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('still'))
      .sort(),
  ).toEqual(['still-copy.db', 'still.db']);
  if (process.platform !== 'win32') expect(statSync(at('still-copy.db')).mode & 0o777).toBe(0o600);
  const [before, after] = [await openTables(`file:${at('still.db')}`), await openTables(`file:${at('still-copy.db')}`)];
  for (const table of Object.keys(primaryKeys) as (keyof Tables)[])
    expect(await fingerprintTable(after.db, table)).toEqual(await fingerprintTable(before.db, table));
  await Promise.all([before.close(), after.close()]);
});

it('copies a running store, with all that was acknowledged before and nothing torn, while it goes on', async () => {
  const store = await openStore(`file:${at('running.db')}`);
  const acknowledged: string[] = [];
  let going = true;
  const writing = (async () => {
    for (let i = 0; going; i++) {
      await store.cases.open(newCase(`c${i}`), opening(1));
      acknowledged.push(`c${i}`);
      await new Promise(setImmediate);
    }
  })();
  while (acknowledged.length < 20) await new Promise(setImmediate);
  const before = acknowledged.length;
  await backUpStore(`file:${at('running.db')}`, at('running-copy.db'));
  const after = acknowledged.length;
  going = false;
  await writing;
  expect(readdirSync(folder).filter((name) => name.includes('backup'))).toEqual([]);
  expect(after).toBeGreaterThan(before);
  const copy = await openStore(`file:${at('running-copy.db')}`);
  const kept = await copy.cases.waiting(tenant, 'clerk', 1_000_000);
  expect(kept.length).toBeGreaterThanOrEqual(before);
  expect(kept.map(({ id }) => id)).toEqual(acknowledged.slice(0, kept.length));
  for (const one of kept) expect(one).toEqual(await store.cases.byId(tenant, one.id));
  expect((await copy.outbox.counts(2)).waiting).toBe(kept.length);
  await copy.close();
  await store.close();
}, 30_000);

it('makes a copy of a store in memory too', async () => {
  const store = await openStore('file::memory:');
  await store.cases.open(newCase('a'), opening(1));
  await store.backup(at('memory-copy.db'));
  await store.close();
  await checkCopy(at('memory-copy.db'));
  const copy = await openStore(`file:${at('memory-copy.db')}`);
  expect((await copy.cases.byId(tenant, 'a'))?.reference).toBe('C-0001');
  await copy.close();
});

it('tells the command what went wrong in the process that has the file', async () => {
  const store = await openStore(`file:${at('asked.db')}`);
  const nowhere = join(folder, 'no such folder', 'copy.db');
  await expect(backUpStore(`file:${at('asked.db')}`, nowhere)).rejects.toThrow('no such file or directory');
  await backUpStore(`file:${at('asked.db')}`, at('asked-copy.db'));
  expect(existsSync(at('asked-copy.db'))).toBe(true);
  await store.close();
});

it('gives up when the file belongs to a program that does not answer, and takes the question back', async () => {
  await (await openStore(`file:${at('foreign.db')}`)).close();
  const foreign = await openSqlite(at('foreign.db'));
  foreign.prepare('begin exclusive').run([]);
  await expect(backUpStore(`file:${at('foreign.db')}`, at('never.db'), 200)).rejects.toThrow(
    `The program that has ${at('foreign.db')} open did not answer within 0.2 seconds.`,
  );
  foreign.prepare('rollback').run([]);
  foreign.close();
  expect(readdirSync(folder).filter((name) => /never|backup/.test(name))).toEqual([]);
});

it('forgets a question that was asked of the process before this one', async () => {
  writeFileSync(at('stale.db.backup-asked'), at('stale-copy.db'));
  const store = await openStore(`file:${at('stale.db')}`);
  expect(existsSync(at('stale.db.backup-asked'))).toBe(false);
  await store.close();
});

it('never writes over a file that is there', async () => {
  await (await openStore(`file:${at('one.db')}`)).close();
  writeFileSync(at('precious.db'), 'precious');
  await expect(backUpStore(`file:${at('one.db')}`, at('precious.db'))).rejects.toThrow('is there already');
  expect(readFileSync(at('precious.db'), 'utf8')).toBe('precious');
});

it('says so when there is nothing to copy, and makes nothing', async () => {
  await expect(backUpStore(`file:${at('missing.db')}`, at('copy-of-missing.db'))).rejects.toThrow(
    'There is no database',
  );
  expect(readdirSync(folder).filter((name) => name.includes('missing'))).toEqual([]);
});

it('names the tool for a database server, without its address', async () => {
  const error = await backUpStore('postgres://clerk:secret@host/db', at('server.db')).catch((thrown) => thrown);
  expect(error.message).toContain('pg_dump --format=custom');
  expect(error.message).not.toContain('secret');
});

it('refuses a copy in which a page is damaged', async () => {
  const source = await openTables(`file:${at('whole.db')}`);
  await fillTables(source.db, 250);
  await source.backup(at('damaged.db'));
  await source.close();
  const bytes = readFileSync(at('damaged.db'));
  bytes.fill(0x55, bytes.length / 2, bytes.length / 2 + 4096);
  writeFileSync(at('damaged.db'), bytes);
  await expect(checkCopy(at('damaged.db'))).rejects.toThrow();
});

it('refuses a copy in which a message belongs to no case', async () => {
  const source = await openTables(`file:${at('whole-2.db')}`);
  await fillTables(source.db, 2);
  await source.backup(at('stray.db'));
  await source.close();
  const copy = await openSqlite(at('stray.db'));
  for (const statement of ['pragma foreign_keys = off', 'delete from cases']) copy.prepare(statement).run([]);
  copy.close();
  await expect(checkCopy(at('stray.db'))).rejects.toThrow('is damaged and cannot be used');
});
