import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConfiguredCouncil, readCouncil } from '../../../src/config';
import type { Council } from '../../../src/core/council';
import { start } from '../../../src/start';
import { execute, type From, message, PRIYA, SAM, type TeamsActivity } from './activities';
import { post } from './client';
import { type Call, type Person, startLoopbackConnector } from './loopback-connector';
import { APP_ID, startOpenId, TENANT_ID } from './openid';

export const ROOT = join(__dirname, '..', '..', '..');
export const CHANNEL_MEMBERS: readonly Person[] = [
  { id: PRIYA.user, name: PRIYA.name, aadObjectId: PRIYA.id, email: 'clerk@skelderby-tc.gov.uk' },
  { id: '29:joe', name: 'Joe Marr', aadObjectId: '00000000-0000-4000-8000-000000000024' },
];

const ALL_DAY = [{ from: 0, to: 24 * 60 }];

/** An office that always works, so that nothing waits for the morning. */
function alwaysOpen(council: Council): Council {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const hours = Object.fromEntries(days.map((day) => [day, ALL_DAY]));
  return { ...council, office: { ...council.office, hours, bankHolidays: 'none', closed: [] } };
}

export const SKELDERBY: ConfiguredCouncil = {
  tenant: TENANT_ID,
  council: alwaysOpen(readCouncil(ROOT, {})),
  knowledge: join(ROOT, 'knowledge'),
};

export type Button = { readonly title: string; readonly verb: string; readonly data: Record<string, unknown> };

/** The whole product on loopback: real HTTP, real tokens, a real store in a new folder, and a Bot Connector that behaves like Teams. */
export async function startCouncil(councils: readonly ConfiguredCouncil[] = [SKELDERBY]) {
  const connector = await startLoopbackConnector();
  const openId = await startOpenId();
  const folder = mkdtempSync(join(tmpdir(), 'golden-rule-'));
  const lines: string[] = [];
  const write = (said: string, facts?: object) => void lines.push(JSON.stringify([said, facts]));
  const started = await start(
    ROOT,
    {
      auth: { kind: 'on', clientId: APP_ID, tenantId: TENANT_ID },
      host: '127.0.0.1',
      port: 0,
      storeUrl: `file:${join(folder, 'golden-rule.db')}`,
      councils,
    },
    {
      auth: {
        kind: 'on',
        appId: APP_ID,
        homeTenant: TENANT_ID,
        tenants: new Set(councils.flatMap(({ tenant }) => tenant ?? [])),
        credentials: { kind: 'token', token: async () => 'out' },
        source: openId.source,
      },
      log: { info: write, warn: write, error: write },
    },
  );
  const running = { ...started, linkCode: started.linkCodes[0]?.code };
  connector.setRoster('19:clerk@thread.tacv2', CHANNEL_MEMBERS);
  const councillor: From = { serviceUrl: connector.url, person: SAM };
  const clerk: From = { serviceUrl: connector.url, person: PRIYA, scope: 'channel' };

  const send = (activity: TeamsActivity) =>
    post(running.port, activity, { token: openId.sign({ serviceurl: String(activity.serviceUrl) }) });
  const press = async (from: From, button: Button, typed: object = {}) => {
    const response = await send(execute(from, button.verb, { data: { ...button.data, ...typed } }));
    return { status: response.status, card: response.body ? JSON.parse(response.body).value : undefined };
  };
  const ask = async (from: From, text: string, options: { readonly mention?: boolean } = {}): Promise<Call> => {
    const before = connector.shown().length;
    const response = await send(message(from, text, options));
    const call = connector.shown()[before];
    if (response.status >= 300 || !call) throw new Error(`no reply: ${response.status} ${response.body}`);
    return call;
  };
  return {
    running,
    connector,
    lines,
    folder,
    councillor,
    clerk,
    send,
    press,
    ask,
    link: async () => {
      const shown = await ask(clerk, `link ${running.linkCode}`, { mention: true });
      await press(clerk, buttonOf(cardOf(shown), 'channel.link'));
    },
    close: async () => {
      await running.stop();
      await Promise.all([connector.close(), openId.close()]);
    },
  };
}

export type CouncilRig = Awaited<ReturnType<typeof startCouncil>>;

/** The Adaptive Card of a message, or an error that says what stood there instead. */
export function cardOf(call: Call): Record<string, unknown> {
  const content = call.activity?.attachments?.[0]?.content;
  if (!content) throw new Error(`no card but: ${call.activity?.text}`);
  return content;
}

/** The n-th button of a card, by its verb. */
export function buttonOf(card: unknown, verb: string, number = 0): Button {
  const found = buttonsOf(card).filter((button) => button.verb === verb)[number];
  if (!found) throw new Error(`no button ${verb}, but ${buttonsOf(card).map((button) => button.verb)}`);
  return found;
}

export function buttonsOf(card: unknown): readonly Button[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  if (typeof card !== 'object' || card === null) return [];
  const fields = card as Record<string, unknown>;
  const own =
    fields.type === 'Action.Execute'
      ? [
          {
            title: String(fields.title),
            verb: String(fields.verb),
            data: (fields.data ?? {}) as Record<string, unknown>,
          },
        ]
      : [];
  const inside = Object.entries(fields).flatMap(([name, value]) => (name === 'fallback' ? [] : buttonsOf(value)));
  return [...own, ...inside];
}

/** Everything that a card shows, as one text. */
export function wordsOf(card: unknown): string {
  if (typeof card === 'string') return card;
  if (Array.isArray(card)) return card.map(wordsOf).join('\n');
  if (typeof card !== 'object' || card === null) return '';
  return Object.entries(card)
    .filter(([name]) =>
      ['body', 'items', 'inlines', 'columns', 'text', 'facts', 'value', 'title', 'actions'].includes(name),
    )
    .map(([, value]) => wordsOf(value))
    .join('\n');
}

/** Waits for something to become true, half a minute at most. */
export async function until<T>(found: () => T | undefined | false): Promise<T> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const value = found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain for ${found}`);
}
