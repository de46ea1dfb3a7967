import { writeAddress } from '../../../src/adapters/teams/address';
import { createTeams } from '../../../src/adapters/teams/connect';
import { createDelivery } from '../../../src/app/delivery';
import type { LogFacts, Store } from '../../../src/app/ports';
import { assemble } from '../../../src/assemble';
import type { Reply } from '../../../src/core/reply';
import { talkOf } from '../../../src/talk-of';
import { render, SPEAKER } from '../../app/rig';
import { BOT, CHANNEL, PRIYA, type TeamsActivity } from '../../contract/rig/activities';
import type { startLoopbackConnector } from '../../contract/rig/loopback-connector';
import { TENANT_ID } from '../../contract/rig/openid';
import { linkedChannel } from './people';

type Connector = Awaited<ReturnType<typeof startLoopbackConnector>>;
type Given = {
  readonly store: Store;
  readonly connector: Connector;
  /** Whom the channel's roster resolved, besides the clerk. */
  readonly clerkIds?: readonly string[];
};

/**
 * One instance of the product on a store that the test holds, without HTTP at the door and with a clock that can be put ahead: activities
 * go in as Teams sends them, and what goes out goes over HTTP to the loopback connector. Delivery works when it is told to.
 */
export async function startDesk({ store, connector, clerkIds = [] }: Given) {
  const lines: string[] = [];
  const write = (said: string, facts?: LogFacts) => void lines.push(JSON.stringify([said, facts]));
  const log = { info: write, warn: write, error: write };
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  const teams = createTeams({
    auth: { kind: 'off' },
    councilOf: () => council,
    render,
    isPublic,
    textOnly: (tenant, personId) => store.people.textOnly(tenant, personId),
    log,
  });
  const { messenger } = teams;
  const { assistant } = assemble({ speaker: SPEAKER, store, messenger, wakeDelivery: () => delivery.wake(), log });
  const council = talkOf(assistant, SPEAKER);
  const delivery = createDelivery({
    store,
    messenger,
    speakerOf: () => SPEAKER,
    clock,
    random: Math.random,
    log,
  });
  const place = { serviceUrl: connector.url, tenant: TENANT_ID, user: PRIYA.user, bot: BOT.id };
  const address = writeAddress({ ...place, scope: 'channel', conversation: CHANNEL });
  await store.desk.linkChannel(TENANT_ID, linkedChannel(address, [PRIYA.id, ...clerkIds]), 0);
  return {
    delivery,
    lines,
    clock,
    send: (activity: TeamsActivity) => teams.handle({ authorization: undefined, body: activity }),
    /** Puts the clock ahead and sends what is due then; tells how much still waits. */
    after: async (ms: number) => {
      ahead += ms;
      await delivery.round();
      return (await store.outbox.counts(clock())).waiting;
    },
    /** Goes on in steps of two seconds until nothing waits; throws after `steps` of them. */
    drain: async (steps: number) => {
      for (let step = 0; step < steps; step += 1) {
        ahead += 2_000;
        // A round that fails is begun again, as the worker does.
        const left = await delivery
          .round()
          .then(() => store.outbox.counts(clock()))
          .catch(() => undefined);
        if (left?.waiting === 0) return;
      }
      throw new Error('the outbox was not emptied');
    },
  };
}

export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** Cards that everybody in the clerk's channel may read. */
function isPublic({ card }: Reply): boolean {
  return card.startsWith('clerk-') && card !== 'clerk-answer';
}

/** The card that the answer to a press holds, or the words in its place. */
export function shownBy(answer: { readonly body?: unknown }): string {
  return JSON.stringify(answer.body ?? {});
}
