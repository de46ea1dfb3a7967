import { join } from 'node:path';
import { startServer } from './adapters/http/server';
import { openStore } from './adapters/storage/open-store';
import type { TeamsAuth } from './adapters/teams/auth';
import { createRender } from './adapters/teams/cards';
import { createTeams } from './adapters/teams/connect';
import { createDelivery } from './app/delivery';
import { makeLinkCode } from './app/link-code';
import { createPace } from './app/pace';
import type { DeskStore, Log } from './app/ports';
import { readHealth } from './app/read-health';
import { retain } from './app/retain';
import { createTimekeeper, startCouncilTimers } from './app/ring-timers';
import { assemble } from './assemble';
import type { Config, ConfiguredCouncil } from './config';
import { holidaysRunOut } from './core/cases/holidays-run-out';
import type { Speaker } from './core/conversation/speaker';
import type { Council } from './core/council';
import { policyPage } from './core/policy/policy-page';
import type { CardName } from './core/reply';
import { createCouncilOf } from './council-of';
import { loadCouncils } from './load-councils';
import { talkOf } from './talk-of';

/** Cards that everybody in the clerk's channel may read. All others are for one person. */
const PUBLIC_CARDS: ReadonlySet<CardName> = new Set([
  'clerk-case',
  'clerk-follow-up',
  'clerk-line',
  'clerk-cases',
  'access-log',
  'link',
  'link-outcome',
  'guidance-list',
  'guidance-entry',
  'report',
]);

export type Running = {
  readonly port: number;
  /** What to type in a clerk's channel, for each council that has none linked. */
  readonly linkCodes: readonly { readonly council: Council; readonly code: string }[];
  /** Takes nothing new, waits at most ten seconds for what is under way, then closes the store. */
  readonly stop: () => Promise<void>;
};

/** Builds everything and starts it. `root` is the folder that holds `cards/`. Throws a sentence when something does not fit. */
export async function start(root: string, config: Config, given: { auth: TeamsAuth; log: Log }): Promise<Running> {
  const { auth, log } = given;
  const loaded = await loadCouncils(config.councils);
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
  const timekeeper = createTimekeeper({
    store,
    speakerOf,
    wakeDelivery: delivery.wake,
    retain: async (tenant) => {
      const settings = speakerOf(tenant)?.council.records;
      if (settings) await retain(tenant, { store, settings, clock });
    },
    clock,
    log,
  });
  const pace = createPace(clock);
  const councilOf = createCouncilOf(
    loaded.map((one) => {
      const { assistant } = assemble({ ...one, store, messenger, wakeDelivery: delivery.wake, log, pace });
      return { ...one, ...talkOf(assistant, one.speaker) };
    }),
  );
  const server = await startServer({
    host: config.host,
    port: config.port,
    onMessage: ({ authorization, body }) => handle({ authorization, body }),
    page: (council) => pages.get(council),
    health: () => readHealth(store, clock, log),
    onFault: (error) => log.error('a request failed', { error: error instanceof Error ? error.name : 'unknown' }),
  });
  for (const { tenant, speaker } of loaded) {
    warnOfHolidays(speaker, clock(), log);
    if (tenant !== undefined && (await store.desk.clerkChannel(tenant)))
      await startCouncilTimers(tenant, store, { now: clock(), speaker });
  }
  delivery.start();
  timekeeper.start();
  return {
    port: server.port,
    linkCodes: await missingLinks(config.councils, store.desk, clock),
    stop: async () => {
      await Promise.all([server.close(), timekeeper.stop(), delivery.stop()]);
      await store.close();
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
