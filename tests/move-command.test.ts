import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './app/rig';

const ADDRESS = 'postgres://desk:a-secret@127.0.0.1:9/golden_rule';
const PROGRAM = ['--no-warnings', '-r', join(__dirname, 'ts.js'), join(ROOT, 'src', 'move-store.ts')];

it.each([
  ['stands alone', [ADDRESS]],
  ['stands behind a word that is none', ['--form', ADDRESS, '--to', 'file:there.db']],
  ['is written to it', [`--form=${ADDRESS}`, '--to', 'file:there.db']],
  ['is of no engine that is known', ['--from', ADDRESS.replace('postgres', 'mysql'), '--to', 'file:there.db']],
])('a password is not repeated when the address %s', (_, words) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...words], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).not.toContain('a-secret');
  expect(stderr).toMatch(/Say from where|STORE_URL/u);
});
