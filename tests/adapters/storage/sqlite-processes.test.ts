import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSqlite } from '../../../src/adapters/storage/open-sqlite';
import { openStore } from '../../../src/adapters/storage/open-store';
import { newCase, opening, tenant } from './samples';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const loader = join(__dirname, '..', '..', 'ts.js');
const opensCases = ['--no-warnings', '-r', loader, join(__dirname, 'opens-cases.ts')];
const usesFile = ['--no-warnings', join(__dirname, 'uses-file.js')];

it('a second process on the same file is refused with a sentence, within two seconds of opening', async () => {
  const path = join(folder, 'shared.db');
  const store = await openStore(`file:${path}`);
  const second = spawnSync(process.execPath, [...opensCases, `file:${path}`], { encoding: 'utf8' });
  expect(second).toMatchObject({ status: 1, stdout: '' });
  expect(second.stderr).toBe(
    `The assistant is already running on ${path}. Stop the other one first, or give this one a file of its own in STORE_URL.`,
  );
  const before = Date.now();
  await expect(openStore(`file:${path}`)).rejects.toThrow('already running');
  expect(Date.now() - before).toBeLessThan(2000);
  expect((await store.cases.open(newCase('a'), opening(1))).created).toBe(true);
  await store.close();
});

it('no other program can read or write the file while the store is open, and both can after it', async () => {
  const path = join(folder, 'locked.db');
  const store = await openStore(`file:${path}`);
  const use = () =>
    spawnSync(process.execPath, [...usesFile, path], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n');
  expect(use()).toEqual(['database is locked', 'database is locked']);
  await store.close();
  expect(use()).toEqual(['done', 'done']);
});

it('loses no acknowledged case, and tears none, when the process is killed', async () => {
  const path = join(folder, 'killed.db');
  const acknowledged: string[] = [];
  for (let round = 1; round <= 5; round++) {
    acknowledged.push(...(await killAfter(1 + Math.floor(Math.random() * 200), path, round)));
    const store = await openStore(`file:${path}`);
    const stored = (await store.cases.waiting(tenant, 'clerk', 1_000_000)).map(({ id }) => id);
    const { waiting } = await store.outbox.counts(2);
    await store.close();
    const kept = new Set(stored);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(waiting).toBe(stored.length);
    expect(await integrity(path)).toEqual([{ integrity_check: 'ok' }]);
  }
  // Up to a thousand cases, each on the disk before the next: minutes on a slow disk would still be no fault.
}, 60_000);

/** Lets a process open cases until it has acknowledged `count`, kills it in the middle of the next ones, and gives what it had acknowledged by then. */
async function killAfter(count: number, path: string, round: number): Promise<readonly string[]> {
  const child: ChildProcess = spawn(process.execPath, [...opensCases, `file:${path}`, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = child;
  if (stdout === null) throw new Error('The process has no output to read');
  const ended = once(child, 'close');
  const ids: string[] = [];
  for await (const id of createInterface({ input: stdout })) {
    ids.push(id);
    if (ids.length === count) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return ids;
}

async function integrity(path: string): Promise<unknown> {
  const file = await openSqlite(path);
  const rows = file.prepare('pragma integrity_check').all([]);
  file.close();
  return rows.map((row) => ({ ...(row as object) }));
}
