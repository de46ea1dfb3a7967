import { join } from 'node:path';
import { openStore } from '../../src/adapters/storage/open-store';
import { temporaryFolder } from '../adapters/storage/temporary-folder';
import { checkSteps } from './rig/check-steps';
import { times } from './rig/form';
import { integrity } from './rig/integrity';
import { tell } from './rig/tell';
import { workUntil } from './rig/work-until';

const folder = temporaryFolder();

/** Longer than it takes to put everything aside, an hour for every twenty: a file is used again, and what was tried in it counts. */
const LONG_MS = 10_000 * 3_600_000;

it('S1: when the process is killed again and again, nothing that was acknowledged is lost, and nothing is stored in part', async () => {
  const rounds = times({ short: 5, long: 100 });
  const told = { rounds, acknowledged: 0, lost: 0, torn: 0, 'slowest start in ms': 0 };
  for (let round = 0; round < rounds; round += 1) {
    const path = join(folder, `killed-${round % 10}.db`);
    const count = 1 + Math.floor(Math.random() * 200);
    const steps = await workUntil(count, [`file:${path}`, String(round)], (kill) => kill());
    const before = Date.now();
    const store = await openStore(`file:${path}`);
    told['slowest start in ms'] = Math.max(told['slowest start in ms'], Date.now() - before);
    told.acknowledged += steps.length;
    const { lost, torn } = await checkSteps(store, steps, 10 + round * LONG_MS);
    told.lost += lost;
    told.torn += torn;
    await store.close();
    expect(await integrity(path)).toEqual([{ integrity_check: 'ok' }]);
  }
  tell('S1', told);
  expect(told).toMatchObject({ lost: 0, torn: 0 });
  expect(told['slowest start in ms']).toBeLessThanOrEqual(3_000);
});
