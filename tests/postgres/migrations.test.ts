import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore } from '../../src/adapters/storage/open-store';
import { newCase, opening } from '../adapters/storage/samples';
import { ask, freshDatabases } from './fresh-database';
import { startHalfOpenProxy } from './half-open-proxy';

const fresh = freshDatabases();
const loader = join(__dirname, '..', 'ts.js');

it('four processes that start together on an empty database all start', async () => {
  const url = await fresh();
  const processes = await Promise.all(Array.from({ length: 4 }, () => ready(url)));
  expect(await Promise.all(processes.map((go) => go()))).toEqual(['opened', 'opened', 'opened', 'opened']);
  const store = await openStore(url);
  expect((await store.cases.open(newCase('a'), opening(1))).case.reference).toBe('C-0001');
  await store.close();
});

it('leaves nothing behind of a change of tables whose connection is cut, and makes it at the next start', async () => {
  const database = await fresh();
  const proxy = await startHalfOpenProxy(database);
  proxy.after('create table "outbox"', 'cut');
  await expect(openStore(proxy.url)).rejects.toThrow('The tables of the database could not be brought up to date.');
  await ask(database, 'create table cases (left_behind text)', 'drop table cases');
  const store = await openStore(proxy.url);
  expect((await store.cases.open(newCase('a'), opening(1))).created).toBe(true);
  await store.close();
  await proxy.close();
});

it('says what to do when a newer version has changed the tables', async () => {
  const url = await fresh();
  await (await openStore(url)).close();
  await ask(url, "insert into kysely_migration (name, timestamp) values ('9999-later', 'x')");
  await expect(openStore(url)).rejects.toThrow('use that version again');
});

/** A process that has loaded the product and waits; calling the result lets it open the store and gives what it said. */
async function ready(url: string): Promise<() => Promise<string>> {
  const child = spawn(process.execPath, ['--no-warnings', '-r', loader, join(__dirname, 'opens-when-told.ts'), url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  return async () => {
    const said = once(lines, 'line');
    child.stdin.write('go\n');
    const [line] = await said;
    return line;
  };
}
