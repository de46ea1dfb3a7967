import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute, message } from '../contract/rig/activities';
import { post } from '../contract/rig/client';
import { CHANNEL_MEMBERS } from '../contract/rig/council';
import { startLoopbackConnector } from '../contract/rig/loopback-connector';
import { startProcess, untilDelivered } from '../contract/rig/process';
import { times } from './rig/form';
import { atDesk, sendCase } from './rig/people';
import { tell } from './rig/tell';

/** Under way at once, so at most these go out again after a kill. */
const MOST_AT_ONCE = 10;
const LONGEST_STOP_MS = 12_000;

let connector: Awaited<ReturnType<typeof startLoopbackConnector>>;
let storeUrl: string;
beforeEach(async () => {
  connector = await startLoopbackConnector();
  connector.setRoster('19:clerk@thread.tacv2', CHANNEL_MEMBERS);
  storeUrl = `file:${join(mkdtempSync(join(tmpdir(), 'golden-rule-')), 'golden-rule.db')}`;
});
afterEach(() => connector.close());

/** Links the clerk's channel of a new product. */
async function link({ port, code }: { readonly port: number; readonly code?: string | undefined }): Promise<void> {
  const clerk = atDesk(connector.url);
  await post(port, message(clerk, `link ${code}`, { mention: true }));
  await post(port, execute(clerk, 'channel.link', { data: { code } }));
}

/** Presses "send" for so many cases at once. Collects the references of those that are acknowledged, and how each press was answered. */
function sendCases(port: number, from: number, count: number) {
  const acknowledged: string[] = [];
  const statuses: number[] = [];
  const presses = Array.from({ length: count }, async (_, at) => {
    // A process that is gone answers nothing.
    const { status, body } = await post(port, sendCase(connector.url, from + at)).catch(() => ({
      status: 0,
      body: '',
    }));
    statuses.push(status);
    acknowledged.push(...(/C-\d{4}/u.exec(body) ?? []));
  });
  return { acknowledged, statuses, all: Promise.all(presses) };
}

/** How often each case was posted in the clerk's channel. */
function posts(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { kind, activity } of connector.calls) {
    const reference = kind === 'thread' ? /C-\d{4}/u.exec(JSON.stringify(activity))?.[0] : undefined;
    if (reference !== undefined) found.set(reference, (found.get(reference) ?? 0) + 1);
  }
  return found;
}

it('O1: when the process is killed between saving and posting, everything acknowledged is posted after all', async () => {
  const kills = times({ short: 3, long: 25 });
  const acknowledged: string[] = [];
  let sent = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const running = await startProcess(storeUrl, 'built');
    if (kill === 0) await link(running);
    const cases = 10 + Math.floor(Math.random() * 10);
    const sending = sendCases(running.port, sent, cases);
    sent += cases;
    // Some of the answers are here and some are not; so are some of the posts.
    const enough = 1 + Math.floor(Math.random() * (cases - 1));
    while (sending.acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 1));
    await running.kill('SIGKILL');
    await sending.all;
    acknowledged.push(...sending.acknowledged);
  }
  const last = await startProcess(storeUrl, 'built');
  await untilDelivered(last.port);
  expect(await last.kill('SIGTERM')).toBe(0);
  const posted = posts();
  const undelivered = acknowledged.filter((reference) => !posted.has(reference)).length;
  const twice = [...posted.values()].reduce((more, count) => more + count - 1, 0);
  tell('O1', { kills, acknowledged: acknowledged.length, undelivered, 'posted more than once': twice });
  expect(undelivered).toBe(0);
  expect(twice).toBeLessThanOrEqual(kills * MOST_AT_ONCE);
});

it('T2: told to stop twice during 50 turns and 20 sends, it ends in order, and loses nothing', async () => {
  const first = await startProcess(storeUrl, 'built');
  await link(first);
  connector.failBy(({ kind }) => (kind === 'thread' ? { kind: 'late', ms: 1_000 } : undefined));
  const earlier = sendCases(first.port, 0, 20);
  await earlier.all;
  expect(earlier.acknowledged).toHaveLength(20);
  const turns = sendCases(first.port, 20, 50);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const before = Date.now();
  first.signal('SIGTERM');
  const code = await first.kill('SIGTERM');
  const took = Date.now() - before;
  await turns.all;
  const { acknowledged, statuses } = turns;
  connector.failBy(() => undefined);
  const second = await startProcess(storeUrl, 'built');
  await untilDelivered(second.port);
  expect(await second.kill('SIGTERM')).toBe(0);
  const posted = posts();
  const lost = [...earlier.acknowledged, ...acknowledged].filter((reference) => !posted.has(reference)).length;
  const twice = [...posted.values()].reduce((more, count) => more + count - 1, 0);
  const refused = statuses.filter((status) => status >= 500).length;
  tell('T2', { 'turns answered': acknowledged.length, lost, 'posted more than once': twice, 'ms to stop': took });
  expect({ code, lost, twice, refused }).toEqual({ code: 0, lost: 0, twice: 0, refused: 0 });
  expect(took).toBeLessThanOrEqual(LONGEST_STOP_MS);
});
