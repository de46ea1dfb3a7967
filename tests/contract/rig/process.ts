import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { get } from './client';
import { ROOT } from './council';
import { TENANT_ID } from './openid';

const LONGEST_START_MS = 120_000;

const started: ChildProcess[] = [];
// A test that fails leaves no process behind.
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

/** How Node runs the product: from its sources, or as it was built last, which starts sooner. */
const FORMS = {
  sources: ['-r', join(ROOT, 'tests', 'ts.js'), join(ROOT, 'src', 'main.ts')],
  built: [join(ROOT, 'dist', 'main.js')],
};

/** The product as a process of its own, so that it can really be killed. Resolves when it listens. */
export async function startProcess(storeUrl: string, form: keyof typeof FORMS = 'sources') {
  const child: ChildProcess = spawn(process.execPath, FORMS[form], {
    env: { ...process.env, AUTH: 'off', HOST: '127.0.0.1', PORT: '0', TENANT_ID, STORE_URL: storeUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const end = Date.now() + LONGEST_START_MS;
  while (!/"port":\d+/u.test(said)) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`it does not listen: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    port: Number(/"port":(\d+)/u.exec(said)?.[1]),
    code: /link (\d{6})/u.exec(said)?.[1],
    /** Sends a signal and gives the code with which the process then ends. */
    kill: (signal: NodeJS.Signals) =>
      new Promise<number | null>((resolve) => {
        child.once('exit', resolve);
        child.kill(signal);
      }),
    signal: (signal: NodeJS.Signals) => child.kill(signal),
  };
}

/** Waits until nothing waits to go out, a few minutes at most. */
export async function untilDelivered(port: number): Promise<void> {
  const end = Date.now() + 300_000;
  for (;;) {
    const health = JSON.parse((await get(port, '/healthz')).body);
    if (health.outbox.waiting === 0) return;
    if (Date.now() > end) throw new Error('the outbox was not emptied');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
