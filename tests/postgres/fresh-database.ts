import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The server of `npm run test:postgres`, or another one on which databases may be made. */
export function serverUrl(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (url === undefined) throw new Error('TEST_POSTGRES_URL is not set. Run npm run test:postgres.');
  return url;
}

/** Makes empty databases for a test file, each with a name of its own; all are dropped when its tests are over. */
export function freshDatabases(): () => Promise<string> {
  const names: string[] = [];
  afterAll(() => ask(serverUrl(), ...names.map((name) => `drop database if exists ${name} with (force)`)));
  return async () => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    names.push(name);
    await ask(serverUrl(), `create database ${name}`);
    const url = new URL(serverUrl());
    url.pathname = `/${name}`;
    return url.href;
  };
}

/** Runs statements one after another on a connection of their own. */
export async function ask(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
