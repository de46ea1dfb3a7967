const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { findPrograms } = require('./find-programs');
const { freePort } = require('./free-port');
const { unprivilegedAccount } = require('./unprivileged-account');

const password = 'only-for-tests';

/**
 * Makes a PostgreSQL server of its own in a temporary folder and starts it. `settings` are the server's, by name.
 * Gives its address, `stop` and `start` to take it down for a while, and `remove`, which leaves nothing behind. Throws what its programs said.
 */
async function startCluster(settings = {}) {
  const programs = findPrograms();
  const account = unprivilegedAccount();
  const folder = mkdtempSync(join(tmpdir(), 'golden-rule-postgres-'));
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const log = join(folder, 'log');
  const port = await freePort();

  try {
    await makeCluster();
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, port, start, stop, remove };

  async function makeCluster() {
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o644 });
    await run('initdb', [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
    ]);
    const all = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, ...settings };
    const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'\n`);
    writeFileSync(join(data, 'postgresql.auto.conf'), lines.join(''));
  }

  async function start() {
    await run('pg_ctl', ['start', '-w', '-s', '-D', data]);
  }

  /** Ends every connection at once, as a restart of the machine would, with nothing lost. */
  async function stop() {
    await run('pg_ctl', ['stop', '-w', '-s', '-D', data, '-m', 'fast']);
  }

  async function remove() {
    await run('pg_ctl', ['stop', '-w', '-s', '-D', data, '-m', 'immediate']).catch(() => {
      // It may be down already, or never have been up.
    });
    rmSync(folder, { recursive: true, force: true });
  }

  async function run(program, given) {
    // To a file, because a server that stays would hold a pipe open.
    const output = openSync(log, 'a');
    const child = spawn(join(programs, program), given, {
      ...account,
      cwd: folder,
      stdio: ['ignore', output, output],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    closeSync(output);
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${program} ended with ${code}: ${readFileSync(log, 'utf8')}`);
  }
}

module.exports = { startCluster };
