import { inspect } from 'node:util';
import { openStore } from '../../src/adapters/storage/open-store';
import { freePort } from './cluster';
import { ask, freshDatabases, serverUrl } from './fresh-database';

const fresh = freshDatabases();

it('accepts both names of the protocol', async () => {
  const url = await fresh();
  for (const name of ['postgres:', 'postgresql:']) await (await openStore(url.replace('postgres:', name))).close();
});

it.each<[string, (url: URL) => void, string]>([
  ['there is no server', () => undefined, 'The database server of STORE_URL does not answer (ECONNREFUSED).'],
  ['the machine has no such name', (url) => set(url, { hostname: 'no-such-host.invalid' }), 'does not answer ('],
  [
    'the password is wrong',
    (url) => set(url, { password: 'wrong-secret', port: serverPort() }),
    'refuses the name or the password',
  ],
  [
    'there is no such database',
    (url) => set(url, { pathname: '/none', port: serverPort() }),
    'has no database of the name',
  ],
])('says so in a sentence, without the password, when %s', async (_name, change, sentence) => {
  const url = new URL(serverUrl());
  url.port = String(await freePort());
  change(url);
  const error = await openStore(url.href).catch((thrown: unknown) => thrown);
  expect((error as Error).message).toContain(sentence);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(url.password);
});

it.each(['postgres://clerk:secret@host:port/db', 'postgres://clerk:secret@[host/db'])(
  'says what an address looks like when it is none, without repeating "%s"',
  async (url) => {
    const error = await openStore(url).catch((thrown: unknown) => thrown);
    expect((error as Error).message).toBe(
      'STORE_URL is no address of a database server. It looks like postgres://name:password@host:5432/golden_rule',
    );
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('secret');
  },
);

it.each([
  ['synchronous_commit', 'off', 'on'],
  ['default_transaction_isolation', 'serializable', 'read committed'],
  ['transaction_read_only', 'on', 'off'],
])('refuses to start while the server keeps %s at %s', async (name, found, wanted) => {
  const setting = name === 'transaction_read_only' ? 'default_transaction_read_only' : name;
  const url = `${await fresh()}?options=${encodeURIComponent(`-c ${setting}=${found}`)}`;
  await expect(openStore(url)).rejects.toThrow(
    `The database server keeps ${name} at ${found} where ${wanted} is needed so that no case is lost.`,
  );
});

it('starts on a database that is less careful by itself, because the store asks for its own settings', async () => {
  const url = await fresh();
  const name = new URL(url).pathname.slice(1);
  await ask(
    url,
    `alter database ${name} set synchronous_commit = off`,
    `alter database ${name} set default_transaction_isolation = 'serializable'`,
  );
  await (await openStore(url)).close();
});

it('refuses a database that cannot keep every letter', async () => {
  const url = await fresh();
  const name = `${new URL(url).pathname.slice(1)}_latin`;
  await ask(serverUrl(), `create database ${name} encoding 'LATIN1' locale 'C' template template0`);
  const latin = new URL(url);
  latin.pathname = `/${name}`;
  await expect(openStore(latin.href)).rejects.toThrow('keeps server_encoding at LATIN1 where UTF8 is needed');
  await ask(serverUrl(), `drop database ${name}`);
});

it('refuses an account that may not make tables', async () => {
  const url = await fresh();
  const name = `${new URL(url).pathname.slice(1)}_reader`;
  await ask(serverUrl(), `create role ${name} login password 'reads-only'`);
  const reader = set(new URL(url), { username: name, password: 'reads-only' });
  const error = await openStore(reader.href).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ cause: { message: expect.stringContaining('may not do this') } });
  await ask(serverUrl(), `drop role ${name}`);
});

function serverPort(): string {
  return new URL(serverUrl()).port;
}

function set(url: URL, parts: Partial<URL>): URL {
  return Object.assign(url, parts);
}
