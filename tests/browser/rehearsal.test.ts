import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, listen } from './free-port';

type StartRehearsal = (given: { folder: string; ports: object; tell: () => void }) => Promise<unknown>;
type Child = { readonly started: Promise<string>; readonly ended: Promise<string> };
type StartChild = (name: string, program: readonly string[], given: { ready: RegExp }) => Child;

const { startRehearsal }: { startRehearsal: StartRehearsal } = require('../../tools/try/rehearsal');
const { startChild }: { startChild: StartChild } = require('../../tools/try/child');
const run = promisify(execFile);

const ROOT = join(__dirname, '../..');

describe('the rehearsal', () => {
  it('says so when a port is taken', async () => {
    const server = createServer();
    const taken = await listen(server);
    const ports = { assistant: await freePort(), councillor: taken, clerk: await freePort() };
    await expect(startRehearsal({ folder: await newFolder(), ports, tell: () => {} })).rejects.toThrow(
      `Port ${taken} is taken.`,
    );
    server.close();
  });

  it('says so when the Playground cannot be had', async () => {
    const nowhere = {
      npm_config_registry: `http://127.0.0.1:${await freePort()}/`,
      npm_config_cache: await newFolder(),
    };
    const program = `require('./tools/try/playground').findPlayground().catch((error) => console.log(error.message))`;
    const { stdout } = await run(process.execPath, ['-e', program], { cwd: ROOT, env: { ...process.env, ...nowhere } });
    expect(stdout).toMatch(
      /^Microsoft's Agents Playground \(\S+\) could not be fetched\..*\nnpm error code ECONNREFUSED/,
    );
  });
});

describe('a program of the rehearsal', () => {
  it('is read to the end, and its own end is reported', async () => {
    const program = `process.stdout.write('x'.repeat(5e6) + 'ready'); process.exitCode = 3`;
    const child = startChild('The program', ['-e', program], { ready: /ready/ });
    await child.started;
    expect(await child.ended).toMatch(/^The program ended \(status 3\)\.\nx+ready$/);
  });

  it('is told of when it ends before it is ready', async () => {
    const child = startChild('The program', ['-e', `console.error('no such file'); process.exitCode = 1`], {
      ready: /ready/,
    });
    await expect(child.started).rejects.toThrow('The program ended (status 1).\nno such file');
  });

  it('ends when what started it is killed', async () => {
    const server = createServer();
    const child = `require('net').connect(${await listen(server)}, '127.0.0.1')`;
    const program = `require('./tools/try/child').startChild('The program', ['-e', ${JSON.stringify(child)}], { ready: /ready/ })`;
    const parent = spawn(process.execPath, ['-e', program], { cwd: ROOT });
    const [socket] = await once(server, 'connection');
    socket.resume();
    parent.kill('SIGKILL');
    await once(socket, 'close');
    server.close();
  });
});

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'golden-rule-rehearsal-'));
}
