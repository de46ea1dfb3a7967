import { join } from 'node:path';
import { startServer } from './adapters/http/server';
import { openStore } from './adapters/storage/open-store';
import type { TeamsAuth } from './adapters/teams/auth';
import { createRender } from './adapters/teams/cards';
import { createTeams, type TeamsCouncil } from './adapters/teams/connect';
import type { Assistant } from './app/assistant';
import { createDelivery } from './app/delivery';
import { makeLinkCode } from './app/link-code';
import type { DeskStore, Log } from './app/ports';
import { assemble } from './assemble';
import type { Config, ConfiguredCouncil } from './config';
import { holidaysRunOut } from './core/cases/holidays-run-out';
import type { Speaker } from './core/conversation/speaker';
import type { CardName, Council } from './core/model';
import { policyPage } from './core/policy/policy-page';
import { createCouncilOf } from './council-of';
import { loadCouncils } from './load-councils';

/** Cards that everybody in the clerk's channel may read. All others are for one person. */
const PUBLIC_CARDS: ReadonlySet<CardName> = new Set([
  'clerk-case',
  'clerk-follow-up',
  'clerk-cases',
  'link',
  'link-outcome',
  'guidance-list',
  'guidance-entry',
]);

export type Running = {
  readonly port: number;
  /** What to type in a clerk's channel, for each council that has none linked. */
  readonly linkCodes: readonly { readonly council: Council; readonly code: string }[];
  /** In order: no new requests, no new deliveries, then the store. */
  readonly stop: () => Promise<void>;
};

/** Builds everything and starts it. `root` is the folder that holds `cards/`. Throws a sentence when something does not fit. */
export async function start(root: string, config: Config, given: { auth: TeamsAuth; log: Log }): Promise<Running> {
  const { auth, log } = given;
  const loaded = loadCouncils(config.councils);
  const render = createRender(join(root, 'cards'));
  const pages = new Map(
    loaded.map(({ name, speaker, council }) => [name, policyPage(speaker.knowledge.policy, council)]),
  );
  const store = await openStore(config.storeUrl);

  const { handle, messenger } = createTeams({
    auth,
    councilOf: (tenant) => councilOf(tenant),
    render,
    isPublic: (reply) => PUBLIC_CARDS.has(reply.card),
    textOnly: (tenant, personId) => store.people.textOnly(tenant, personId),
    log,
  });
  const clock = Date.now;
  const speakerOf = (tenant: string) => councilOf(tenant)?.speaker;
  const delivery = createDelivery({ store, messenger, speakerOf, clock, random: Math.random, log });
  const councilOf = createCouncilOf(
    loaded.map((one) => {
      const { assistant } = assemble({ ...one, store, messenger, wakeDelivery: delivery.wake, log });
      return { ...one, ...talkOf(assistant, one.speaker) };
    }),
  );
  const server = await startServer({
    host: config.host,
    port: config.port,
    onMessage: ({ authorization, body }) => handle({ authorization, body }),
    page: (council) => pages.get(council),
    health: async () => ({ well: true, facts: { status: 'ok', outbox: await store.outbox.counts() } }),
    onFault: (error) => log.error('a request failed', { error: error instanceof Error ? error.name : 'unknown' }),
  });
  for (const { speaker } of loaded) warnOfHolidays(speaker, clock(), log);
  delivery.start();
  return {
    port: server.port,
    linkCodes: await missingLinks(config.councils, store.desk, clock),
    stop: async () => {
      await server.close();
      await delivery.stop();
      await store.close();
    },
  };
}

/** How a council's assistant talks in Teams, and what is said there without asking it. */
function talkOf(assistant: Assistant, speaker: Speaker): TeamsCouncil {
  return {
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
    words: {
      title: speaker.council.assistant,
      askForPost: speaker.reply('check-draft', {}),
      checkVerb: 'check.draft',
      apology: speaker.note('crash'),
      publicLine: speaker.say('public_line'),
    },
  };
}

/** A code for each council whose directory is known and that has no channel linked. */
async function missingLinks(
  councils: readonly ConfiguredCouncil[],
  desk: DeskStore,
  clock: () => number,
): Promise<Running['linkCodes']> {
  const codes = councils.map(async ({ tenant, council }) => {
    if (tenant === undefined || (await desk.clerkChannel(tenant))) return [];
    return [{ council, code: await makeLinkCode(desk, tenant, clock) }];
  });
  return (await Promise.all(codes)).flat();
}

/** The clerk's clock would count a bank holiday that it does not know as a working day. */
function warnOfHolidays(speaker: Speaker, now: number, log: Log): void {
  const lastYear = holidaysRunOut(speaker.knowledge.bankHolidays, now);
  if (lastYear !== undefined) log.warn(speaker.say('bank_holidays_end', { year: lastYear }));
}
