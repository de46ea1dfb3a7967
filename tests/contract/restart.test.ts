import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute, type From, message, PRIYA, SAM } from './rig/activities';
import { post } from './rig/client';
import { buttonOf, CHANNEL_MEMBERS, cardOf, until, wordsOf } from './rig/council';
import { startLoopbackConnector } from './rig/loopback-connector';
import { startProcess, untilDelivered } from './rig/process';

jest.setTimeout(120_000);

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
  // Urgent, so that it does not wait for the clerk's hours; a request of its own, because the card that was shown is not.
  const send = buttonOf(consent, 'case.send');
  const urgent = { reason: 'urgent', requestId: 'urgent-1' };
  const sent = await post(
    first.port,
    execute(councillor, send.verb, { data: { ...send.data, ...urgent, question: 'May I film the council meeting?' } }),
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

function missing(): never {
  throw new Error('no consent card');
}
