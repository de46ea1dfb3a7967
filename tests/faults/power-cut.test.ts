import { join } from 'node:path';
import { openStore } from '../../src/adapters/storage/open-store';
import { temporaryFolder } from '../adapters/storage/temporary-folder';
import { checkSteps } from './rig/check-steps';
import { times } from './rig/form';
import { integrity } from './rig/integrity';
import { type Disk, layDisk } from './rig/lay-disk';
import { tell } from './rig/tell';
import { workUntil } from './rig/work-until';

const place = join(temporaryFolder(), 'power');
const FILE = 'golden-rule.db';

/** A disk in a file needs the rights of the machine's owner. Without them this row is not run, and says so. */
const hasDisk = canLayDisk();
if (!hasDisk) tell('S2', { 'not run because': 'this account cannot mount a disk in a file' });

let disk: Disk | undefined;
afterEach(() => disk?.remove());

(hasDisk ? it : it.skip)(
  'S2: when the power is cut again and again, nothing that was acknowledged is lost, and nothing is stored in part',
  async () => {
    const rounds = times({ short: 2, long: 20 });
    const told = { rounds, acknowledged: 0, lost: 0, torn: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const { path, steps } = await cutPower([String(round)]);
      told.acknowledged += steps.length;
      const store = await openStore(`file:${path}`);
      const { lost, torn } = await checkSteps(store, steps, 10);
      told.lost += lost;
      told.torn += torn;
      await store.close();
      expect(await integrity(path)).toEqual([{ integrity_check: 'ok' }]);
      disk?.remove();
    }
    tell('S2', told);
    expect(told).toMatchObject({ lost: 0, torn: 0 });
  },
);

(hasDisk ? it : it.skip)(
  'a store that does not wait for the disk loses what it acknowledged when the power is cut',
  async () => {
    const { path, steps } = await cutPower(['0', 'unsynced']);
    const store = await openStore(`file:${path}`);
    const { lost } = await checkSteps(store, steps, 10);
    await store.close();
    tell('S2 without waiting for the disk', { acknowledged: steps.length, lost });
    expect(lost).toBeGreaterThan(0);
  },
);

/** Cuts the power while a process works on a store, and gives the store as it is found afterwards and every step that was acknowledged before. */
async function cutPower(words: readonly string[]) {
  const laid = layDisk(place);
  disk = laid;
  let found = '';
  // The process works on while the disk is being stopped, so the moment of the cut lies anywhere in its work.
  const count = 1 + Math.floor(Math.random() * 200);
  const steps = await workUntil(count, [`file:${join(laid.folder, FILE)}`, ...words], (kill) => {
    // Killed while the disk stands still: it acknowledges nothing that was written later.
    found = laid.cut(kill);
  });
  return { path: join(found, FILE), steps };
}

function canLayDisk(): boolean {
  let laid: Disk | undefined;
  try {
    laid = layDisk(place);
    laid.cut(() => {});
    return true;
  } catch {
    return false;
  } finally {
    laid?.remove();
  }
}
