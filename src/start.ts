import { join } from 'node:path';
import { startServer } from './adapters/http/server';
import { openStore } from './adapters/storage/open-store';
import type { TeamsAuth } from './adapters/teams/auth';
import { createRender } from './adapters/teams/cards';
import { createTeams } from './adapters/teams/connect';
import { createDelivery } from './app/delivery';
import { makeLinkCode } from './app/link-code';
import type { Log } from './app/ports';
import { assemble } from './assemble';
import type { Config } from './config';
import { holidaysRunOut } from './core/cases/holidays-run-out';
import { createSpeaker } from './core/conversation/speaker';
import type { CardName } from './core/model';
import { policyPage } from './core/policy/policy-page';
import { loadKnowledge } from './load-knowledge';

/** Cards that everybody in the clerk's channel may read. All others are for one person. */
const PUBLIC_CARDS: ReadonlySet<CardName> = new Set([
  'clerk-case',
  'clerk-follow-up',
  'clerk-cases',
  'link',
  'link-outcome',
]);

export type Running = {
  readonly port: number;
  /** What to type in the clerk's channel, while none is linked. */
  readonly linkCode?: string;
  /** In order: no new requests, no new deliveries, then the store. */
  readonly stop: () => Promise<void>;
};

/** Builds everything and starts it. `root` is the folder that holds `knowledge/` and `cards/`. Throws a sentence when something does not fit. */
export async function start(root: string, config: Config, given: { auth: TeamsAuth; log: Log }): Promise<Running> {
  const { auth, log } = given;
  const speaker = createSpeaker(loadKnowledge(join(root, 'knowledge'), config.council), config.council);
  const render = createRender(join(root, 'cards'));
  const page = policyPage(speaker.knowledge.policy, config.council);
  const store = await openStore(config.storeUrl);

  const teams = createTeams({
    auth,
    conversation: {
      onMessage: async (message) => (await assistant.onMessage(message))?.reply,
      onPress: async (press) => (await assistant.onPress(press)).reply,
      onInstalled: (arrival) => assistant.onArrival(arrival),
      checkDraft: async (message, platform) => (await assistant.onDialogDraft(message, platform)).reply,
      askAboutOthers: async (message) => (await assistant.onOthersMessage(message)).reply,
      onEdited: async (message) => (await assistant.onEdited(message))?.reply,
      onDeleted: (message) => assistant.onDeleted(message),
      onSearch: (search) => assistant.onSearch(search),
    },
    render,
    isPublic: (reply) => PUBLIC_CARDS.has(reply.card),
    textOnly: (tenant, personId) => store.people.textOnly(tenant, personId),
    words: {
      title: config.council.assistant,
      askForPost: speaker.reply('check-draft', {}),
      checkVerb: 'check.draft',
      apology: speaker.note('crash'),
      publicLine: speaker.say('public_line'),
    },
    log,
  });
  const clock = Date.now;
  const { messenger } = teams;
  const delivery = createDelivery({ store, messenger, speaker, clock, random: Math.random, log });
  const { assistant } = assemble({ speaker, store, messenger, wakeDelivery: delivery.wake, log });
  const server = await startServer({
    host: config.host,
    port: config.port,
    onMessage: ({ authorization, body }) => teams.handle({ authorization, body }),
    page: () => page,
    health: async () => ({ well: true, facts: { status: 'ok', outbox: await store.outbox.counts() } }),
    onFault: (error) => log.error('a request failed', { error: error instanceof Error ? error.name : 'unknown' }),
  });
  const lastYear = holidaysRunOut(speaker.knowledge.bankHolidays, clock());
  if (lastYear !== undefined) log.warn(speaker.say('bank_holidays_end', { year: lastYear }));
  delivery.start();
  const { tenantId } = config;
  const linked = tenantId === undefined || (await store.desk.clerkChannel(tenantId)) !== undefined;
  return {
    port: server.port,
    ...(!linked && { linkCode: await makeLinkCode(store.desk, tenantId, clock) }),
    stop: async () => {
      await server.close();
      await delivery.stop();
      await store.close();
    },
  };
}
