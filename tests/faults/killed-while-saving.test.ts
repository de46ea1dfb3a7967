import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSqlite } from '../../src/adapters/storage/open-sqlite';
import { openStore } from '../../src/adapters/storage/open-store';
import type { Store } from '../../src/app/ports';
import { temporaryFolder } from '../adapters/storage/temporary-folder';
import { times } from './rig/form';
import { tell } from './rig/tell';

const folder = temporaryFolder();
const loader = join(__dirname, '..', 'ts.js');
const child = ['--no-warnings', '-r', loader, join(__dirname, 'rig', 'works-cases.ts')];

/** Longer than it takes to put everything aside, an hour for every twenty: a file is used again, and what was tried in it counts. */
const LONG_MS = 10_000 * 3_600_000;

/** What must stand in the outbox once a case has reached a version. */
const KINDS: readonly (readonly string[])[] = [['clerk-post'], ['answer', 'receipt-card', 'clerk-card']];

it('S1: when the process is killed again and again, nothing that was acknowledged is lost, and nothing is stored in part', async () => {
  const rounds = times({ short: 5, long: 100 });
  const told = { rounds, acknowledged: 0, lost: 0, torn: 0, 'slowest start in ms': 0 };
  for (let round = 0; round < rounds; round += 1) {
    const path = join(folder, `killed-${round % 10}.db`);
    const steps = await killAfter(1 + Math.floor(Math.random() * 200), path, String(round));
    const before = Date.now();
    const store = await openStore(`file:${path}`);
    told['slowest start in ms'] = Math.max(told['slowest start in ms'], Date.now() - before);
    told.acknowledged += steps.length;
    for (const step of steps) if (!(await isStored(store, step))) told.lost += 1;
    told.torn += await torn(store, steps, 10 + round * LONG_MS);
    await store.close();
    expect(await integrity(path)).toEqual([{ integrity_check: 'ok' }]);
  }
  tell('S1', told);
  expect(told).toMatchObject({ lost: 0, torn: 0 });
  expect(told['slowest start in ms']).toBeLessThanOrEqual(3_000);
});

/** Lets a process work until it has acknowledged so many steps, kills it in the middle of the next ones, and gives what it had acknowledged by then. */
async function killAfter(count: number, path: string, round: string): Promise<readonly string[]> {
  const worker: ChildProcess = spawn(process.execPath, [...child, `file:${path}`, round], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = worker;
  if (stdout === null) throw new Error('The process has no output to read');
  const ended = once(worker, 'close');
  const steps: string[] = [];
  for await (const step of createInterface({ input: stdout })) {
    steps.push(step);
    if (steps.length === count) worker.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return steps;
}

async function isStored(store: Store, step: string): Promise<boolean> {
  const [id = '', version] = step.split(' ');
  return ((await store.cases.byId('council-1', id))?.version ?? 0) >= Number(version);
}

/** How many of the cases have not exactly the messages that belong to their version; those that were under way when the process ended too. */
async function torn(store: Store, steps: readonly string[], from: number): Promise<number> {
  const known = new Set(steps.map((step) => step.split(' ')[0] ?? ''));
  const waiting = new Map<string, string[]>();
  for (const { caseId = '', kind, id } of await everything(store, from)) {
    known.add(caseId);
    waiting.set(caseId, [...(waiting.get(caseId) ?? []), `${id.split(':')[1]} ${kind}`]);
  }
  let found = 0;
  for (const id of known) {
    const version = (await store.cases.byId('council-1', id))?.version ?? 0;
    const due = KINDS.slice(0, version).flatMap((kinds, at) => kinds.map((kind) => `${at + 1} ${kind}`));
    if (JSON.stringify((waiting.get(id) ?? []).sort()) !== JSON.stringify([...due].sort())) found += 1;
  }
  return found;
}

/** Every message that waits: each is put aside until nothing is left, at moments so far apart that no limit applies. */
async function everything(store: Store, from: number) {
  const found = [];
  for (let now = from; ; now += 3_600_000) {
    const claimed = await store.outbox.claim(now, now + 1, 1_000);
    if (claimed.length === 0) return found;
    found.push(...claimed);
    for (const { id } of claimed) await store.outbox.drop(id, now);
  }
}

async function integrity(path: string): Promise<unknown> {
  const file = await openSqlite(path);
  const rows = file.prepare('pragma integrity_check').all([]);
  file.close();
  return rows.map((row) => ({ ...(row as object) }));
}
