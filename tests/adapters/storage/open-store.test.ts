import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../../src/adapters/storage/open-sqlite';
import { openStore } from '../../../src/adapters/storage/open-store';
import { storePath } from '../../../src/adapters/storage/store-path';
import { change, newCase, opening, outgoing, step, tenant } from './samples';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();

it('creates the folder, for this account alone, and leaves one complete file when it is closed', async () => {
  const inside = join(folder, 'new', 'data');
  const store = await openStore(`file:${inside}/golden-rule.db`);
  await store.cases.open(newCase('a'), opening(1));
  await store.close();
  expect(readdirSync(inside)).toEqual(['golden-rule.db']);
  if (process.platform !== 'win32') expect(statSync(inside).mode & 0o777).toBe(0o700);
});

it('makes the file for this account alone, also in a folder that others may read', async () => {
  const file = join(folder, 'in-open-folder.db');
  chmodSync(folder, 0o755);
  const store = await openStore(`file:${file}`);
  await store.cases.open(newCase('a'), opening(1));
  for (const name of readdirSync(folder).filter((one) => one.startsWith('in-open-folder')))
    if (process.platform !== 'win32') expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
  await store.close();
});

it('finds everything again when the file is opened anew', async () => {
  const url = `file:${join(folder, 'again.db')}`;
  const channel = { address: 'v1:c', conversation: '19:c', linkedBy: { id: 'o', name: 'Olive' }, clerkIds: ['k'] };
  const store = await openStore(url);
  const { case: opened } = await store.cases.open(newCase('a'), opening(1));
  await store.outbox.sent('a:1:clerk-post', 2, { address: 'v1:post' });
  const next = step(opened);
  await store.cases.change([change(next, outgoing(next, 'answer'))], 3);
  await store.timers.set({ tenant, caseId: '', kind: 'digest', due: 7 });
  await store.desk.linkChannel(tenant, channel, 4);
  await store.desk.saveLinkCode(tenant, 'hash', 100);
  await store.people.setTextOnly(tenant, 'p', true);
  await store.seen.firstSight('k', 5);
  await store.close();

  const reopened = await openStore(url);
  expect(await reopened.cases.byId(tenant, 'a')).toEqual({ ...next, delivery: { posted: 2 } });
  expect(await reopened.timers.claim(7, 8, 1)).toHaveLength(1);
  expect(await reopened.cases.postOf(tenant, 'a')).toBe('v1:post');
  expect(await reopened.outbox.claim(5, 6, 10)).toEqual([{ ...outgoing(next, 'answer'), attempts: 1 }]);
  expect(await reopened.desk.clerkChannel(tenant)).toEqual(channel);
  expect(await reopened.desk.tryLinkCode(tenant, 'hash', 5)).toBe(true);
  expect(await reopened.people.textOnly(tenant, 'p')).toBe(true);
  expect(await reopened.seen.firstSight('k', 6)).toBe(false);
  await reopened.close();
});

it('goes on after C-9999 with five digits, in the right order', async () => {
  const path = join(folder, 'many.db');
  await (await openStore(`file:${path}`)).close();
  const file = await openSqlite(path);
  file.prepare("insert into counters (tenant, name, value) values (?, 'case', 9998)").run([tenant]);
  file.close();
  const store = await openStore(`file:${path}`);
  for (const id of ['a', 'b', 'c']) await store.cases.open(newCase(id), opening(1));
  const references = (await store.cases.waiting(tenant, 'clerk', 10)).map(({ reference }) => reference);
  expect(references).toEqual(['C-9999', 'C-10000', 'C-10001']);
  expect((await store.cases.ofCouncillor(tenant, 'councillor-1')).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  await store.close();
});

it('finishes what was asked for before it closes, and closes once', async () => {
  const url = `file:${join(folder, 'closing.db')}`;
  const store = await openStore(url);
  const openings = Array.from({ length: 20 }, (_, i) => store.cases.open(newCase(`p${i}`), opening(1)));
  await Promise.all([store.close(), store.close()]);
  await Promise.all(openings);
  await store.close();
  await expect(store.cases.byId(tenant, 'p0')).rejects.toThrow('destroyed');
  const reopened = await openStore(url);
  expect(await reopened.cases.waiting(tenant, 'clerk', 100)).toHaveLength(20);
  await reopened.close();
});

it.each([
  ['file:data/golden-rule.db', join(process.cwd(), 'data', 'golden-rule.db')],
  ['file::memory:', ':memory:'],
])('takes %s as %s', (url, path) => {
  expect(storePath(url)).toBe(path);
});

it('takes an absolute address as that path', () => {
  if (process.platform !== 'win32') expect(storePath('file:///srv/golden%20rule.db')).toBe('/srv/golden rule.db');
});

it.each(['mysql://clerk:secret@host/db', 'golden-rule.db', '', 'file:'])(
  'refuses the address "%s" and says what to use, without repeating it',
  async (url) => {
    const error = await openStore(url).catch((thrown) => thrown);
    expect(error.message).toMatch(/^STORE_URL .*for example file:data\/golden-rule\.db$/);
    expect(error.message).not.toContain('secret');
  },
);

it.each([
  ['CIFS', 0xff534d42],
  ['CIFS', 0xff534d42 | 0],
  ['SMB2', 0xfe534d42],
  ['SMB', 0x517b],
  ['NFS', 0x6969],
  ['FUSE', 0x65735546],
])('refuses a folder on %s (type %i) and makes no file there', async (name, type) => {
  const path = join(folder, 'shared.db');
  await expect(openStore(`file:${path}`, { fileSystemType: () => type })).rejects.toThrow(
    `The folder ${folder} is on a shared or network file system (${name})`,
  );
  expect(existsSync(path)).toBe(false);
});

it('accepts a folder on ext4', async () => {
  const store = await openStore(`file:${join(folder, 'ext4.db')}`, { fileSystemType: () => 0xef53 });
  await store.close();
});

it('names the file that is no database', async () => {
  const path = join(folder, 'letter.db');
  writeFileSync(path, 'Dear councillor, '.repeat(500));
  const error = await openStore(`file:${path}`).catch((thrown) => thrown);
  expect(error.message).toContain(`The database ${path} cannot be used (`);
  expect(error.message).toContain('file is not a database');
});

it('says what to do when a newer version wrote the file, and lets go of it', async () => {
  const path = join(folder, 'newer.db');
  await (await openStore(`file:${path}`)).close();
  await rewrite(path, "insert into kysely_migration (name, timestamp) values ('9999-later', 'x')");
  await expect(openStore(`file:${path}`)).rejects.toThrow('use that version again');
  await rewrite(path, "delete from kysely_migration where name = '9999-later'");
  await (await openStore(`file:${path}`)).close();
});

async function rewrite(path: string, statement: string): Promise<void> {
  const file = await openSqlite(path);
  file.prepare(statement).run([]);
  file.close();
}
