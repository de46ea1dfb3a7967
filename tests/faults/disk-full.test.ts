import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/adapters/storage/open-store';
import { readHealth } from '../../src/app/read-health';
import { SPEAKER } from '../app/rig';
import { startLoopbackConnector } from '../contract/rig/loopback-connector';
import { shownBy, startDesk } from './rig/desk';
import { councillor, sendCase, TENANT_ID } from './rig/people';
import { tell } from './rig/tell';

const LOG = { info: () => {}, warn: () => {}, error: () => {} };
const folder = mkdtempSync(join(tmpdir(), 'golden-rule-'));
const filler = join(folder, 'filler');

/** A disk of 24 megabytes needs the rights of the machine's owner. Without them this row is not run, and says so. */
const hasDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder]).status === 0;
afterAll(() => {
  if (hasDisk) spawnSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
});

function fillDisk(): void {
  const file = openSync(filler, 'w');
  try {
    for (const block = Buffer.alloc(65_536); ; ) writeSync(file, block);
  } catch {
    closeSync(file);
  }
}

(hasDisk ? it : it.skip)(
  'S4: on a full disk it says that it cannot take a question now, and takes it once there is room',
  async () => {
    const store = await openStore(`file:${join(folder, 'golden-rule.db')}`);
    const connector = await startLoopbackConnector();
    const desk = await startDesk({ store, connector });
    const [apology = ''] = SPEAKER.say('crash').split('.');
    const health = async () => (await readHealth(store, desk.clock, LOG)).well;
    const acknowledged: number[] = [];
    const refused: number[] = [];
    const send = async (n: number) => {
      const shown = shownBy(await desk.send(sendCase(connector.url, n)));
      if (shown.includes(apology)) refused.push(n);
      else if (/C-\d{4}/u.test(shown)) acknowledged.push(n);
    };
    for (let n = 0; n < 10; n += 1) await send(n);
    expect(await health()).toBe(true);
    fillDisk();
    for (let n = 10; n < 200; n += 1) await send(n);
    expect(refused.length).toBeGreaterThan(0);
    expect(await health()).toBe(false);
    await desk.delivery.round().catch(() => {});
    rmSync(filler);
    const before = Date.now();
    expect(await health()).toBe(true);
    for (const n of refused.splice(0)) await send(n);
    const recovery = Date.now() - before;
    await desk.drain(3_000);
    const posted = JSON.stringify(connector.shown().filter(({ kind }) => kind === 'thread'));
    let lost = 0;
    for (const n of acknowledged) {
      const [one, another] = await store.cases.ofCouncillor(TENANT_ID, councillor(n).id);
      if (!one || another || !posted.includes(one.reference)) lost += 1;
    }
    tell('S4', { acknowledged: acknowledged.length, 'still refused': refused.length, lost, 'ms to recover': recovery });
    expect({ lost, refused }).toEqual({ lost: 0, refused: [] });
    expect(acknowledged).toHaveLength(200);
    await store.close();
    await connector.close();
  },
);
