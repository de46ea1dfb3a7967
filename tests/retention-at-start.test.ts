import { join } from 'node:path';
import { openStore } from '../src/adapters/storage/open-store';
import { readConfig } from '../src/config';
import { start } from '../src/start';
import { COUNCIL_ID, closedCase, linkChannelOf } from './adapters/storage/record-samples';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { PRIYA, ROOT } from './app/rig';

const FOLDER = temporaryFolder();
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

it('removes old cases from its start on, though the channel was linked before there was anything to remove', async () => {
  const storeUrl = `file:${join(FOLDER, 'golden-rule.db')}`;
  const before = await openStore(storeUrl);
  await linkChannelOf(before, PRIYA);
  await closedCase(before, 'old', { at: 1000 });
  await closedCase(before, 'young', { at: Date.now() });
  await before.close();
  const config = readConfig(ROOT, { AUTH: 'off', PORT: '0', TENANT_ID: COUNCIL_ID, STORE_URL: storeUrl });
  const running = await start(ROOT, config, { auth: { kind: 'off' }, log: SILENT });
  await running.stop();
  const after = await openStore(storeUrl);
  expect(await after.cases.byId(COUNCIL_ID, 'old')).toMatchObject({ question: '', wiped: expect.any(Number) });
  expect(await after.cases.byId(COUNCIL_ID, 'young')).not.toHaveProperty('wiped');
  await after.close();
});
