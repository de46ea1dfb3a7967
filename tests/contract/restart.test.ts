import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute, type From, message, PRIYA, SAM } from './rig/activities';
import { get, post } from './rig/client';
import { buttonOf, CHANNEL_MEMBERS, cardOf, ROOT, until, wordsOf } from './rig/council';
import { startLoopbackConnector } from './rig/loopback-connector';
import { TENANT_ID } from './rig/openid';

jest.setTimeout(120_000);

/** The real process, so that it can really be killed. Resolves when it listens. */
async function startProcess(storeUrl: string) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['-r', join(ROOT, 'tests', 'ts.js'), join(ROOT, 'src', 'main.ts')],
    {
      env: { ...process.env, AUTH: 'off', HOST: '127.0.0.1', PORT: '0', TENANT_ID, STORE_URL: storeUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const port = await until(() => {
    if (child.exitCode !== null) throw new Error(`it ended: ${said}`);
    return /"port":(\d+)/u.exec(said)?.[1];
  });
  return {
    port: Number(port),
    code: /link (\d{6})/u.exec(said)?.[1],
    kill: (signal: NodeJS.Signals) =>
      new Promise<number | null>((resolve) => {
        child.once('exit', resolve);
        child.kill(signal);
      }),
  };
}

it('a case that was saved but not posted when the process was killed is posted exactly once after a restart', async () => {
  const connector = await startLoopbackConnector();
  connector.setRoster('19:clerk@thread.tacv2', CHANNEL_MEMBERS);
  const storeUrl = `file:${join(mkdtempSync(join(tmpdir(), 'golden-rule-')), 'golden-rule.db')}`;
  const councillor: From = { serviceUrl: connector.url, person: SAM };
  const clerk: From = { serviceUrl: connector.url, person: PRIYA, scope: 'channel' };
  const threads = () => connector.calls.filter((call) => call.kind === 'thread');

  const first = await startProcess(storeUrl);
  await post(first.port, message(clerk, `link ${first.code}`, { mention: true }));
  await post(first.port, execute(clerk, 'channel.link', { data: { code: first.code } }));
  await post(first.port, message(councillor, 'ask clerk may I film the council meeting?'));
  const consent = cardOf(connector.shown().at(-1) ?? missing());
  connector.fail(
    Array.from({ length: 50 }, () => ({ kind: 'reset' as const })),
    (call) => call.kind === 'thread',
  );
  const send = buttonOf(consent, 'case.send');
  const sent = await post(
    first.port,
    execute(councillor, send.verb, { data: { ...send.data, question: 'May I film the council meeting?' } }),
  );
  expect(sent.body).toContain('C-0001');
  await first.kill('SIGKILL');

  connector.reset();
  connector.setRoster('19:clerk@thread.tacv2', CHANNEL_MEMBERS);
  const second = await startProcess(storeUrl);
  expect(second.code).toBeUndefined();
  const posted = await until(() => threads()[0]);
  expect(wordsOf(cardOf(posted))).toContain('May I film the council meeting?');
  await untilDelivered(second.port);
  expect(threads()).toHaveLength(1);

  expect(await second.kill('SIGTERM')).toBe(0);
  await connector.close();
});

async function untilDelivered(port: number): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const health = JSON.parse((await get(port, '/healthz')).body);
    if (health.outbox.waiting === 0) return;
    if (Date.now() > end) throw new Error('the outbox was not emptied');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function missing(): never {
  throw new Error('no consent card');
}
