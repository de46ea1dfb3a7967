import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { backUpStore } from '../../src/adapters/storage/back-up-store';
import { openStore } from '../../src/adapters/storage/open-store';
import { openTables } from '../../src/adapters/storage/open-tables';
import type { Case } from '../../src/core/cases/case';
import { fillTables } from '../adapters/storage/fill-tables';
import { newCase, opening, tenant } from '../adapters/storage/samples';
import { temporaryFolder } from '../adapters/storage/temporary-folder';

const short = process.env.FAULTS === 'short';
/** Rows of each table that are there before: in the long form some 200 MB, many years of a council. */
const ROWS = short ? 500 : 10_000;
const WRITES = short ? 100 : 1_500;
const EVERY_MS = 20;
/** What a write may take in the long form, in milliseconds. */
const MOST_MS = 250;

const folder = temporaryFolder();

it('copies a store into which 50 cases a second are written, and the copy has every case up to a moment', async () => {
  const url = `file:${join(folder, 'store.db')}`;
  const before = await openTables(url);
  await fillTables(before.db, ROWS);
  await before.close();
  const store = await openStore(url);
  const written: Case[] = [];
  const took: number[] = [];
  const copying: Promise<void>[] = [];
  for (let i = 0; i < WRITES; i++) {
    if (i === WRITES / 4) copying.push(backUpStore(url, join(folder, 'copy.db')));
    const from = performance.now();
    written.push((await store.cases.open(newCase(`c${i}`), opening(1))).case);
    took.push(performance.now() - from);
    await rest(Math.max(0, EVERY_MS - (performance.now() - from)));
  }
  await Promise.all(copying);
  await store.close();
  const copy = await openStore(`file:${join(folder, 'copy.db')}`);
  const kept = await copy.cases.waiting(tenant, 'clerk', WRITES);
  await copy.close();
  expect(kept.length).toBeGreaterThanOrEqual(WRITES / 4);
  expect(kept).toEqual(written.slice(0, kept.length));
  const p99 = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)];
  process.stdout.write(
    `backup under 50 writes a second: ${kept.length} of ${WRITES} in the copy, p99 of a write ${p99?.toFixed(0)} ms\n`,
  );
  if (!short) expect(p99).toBeLessThan(MOST_MS);
});
