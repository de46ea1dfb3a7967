import type { Log, Messenger } from '../../app/ports';
import type { Reply } from '../../core/reply';
import { placeOf } from './activities';
import { TeamsAdapter } from './adapter';
import { admit, type Request } from './admission';
import { createApologise } from './apologise';
import type { TeamsAuth } from './auth';
import { type Bot, createBot } from './bot';
import { createConnector } from './connector';
import type { Conversation } from './conversation';
import { createDialogs, type DialogParts } from './dialogs';
import type { Render } from './envelope';
import { inboundOf } from './inbound-of';
import { createMessenger } from './messenger';
import { createSearches } from './searches';
import { createServiceUrls } from './service-urls';
import { createVoice } from './voice';

/** One council as Teams sees it. */
export type TeamsCouncil = {
  readonly conversation: Conversation;
  /** What is said without the conversation being asked. */
  readonly words: Pick<DialogParts, 'title' | 'askForPost' | 'checkVerb'> & {
    readonly apology: Reply;
    /** Said to everybody when a person in a group cannot be reached privately. */
    readonly publicLine: string;
  };
};

export type TeamsOptions = {
  readonly auth: TeamsAuth;
  /** What a tenant talks with; undefined for one that is not served. The same object each time. */
  readonly councilOf: (tenant: string) => TeamsCouncil | undefined;
  readonly render: Render;
  /** Whether everybody in a channel or group may read a reply. When in doubt, no. */
  readonly isPublic: (reply: Reply) => boolean;
  /** Whether a person asked for messages without cards. */
  readonly textOnly: (tenant: string, personId: string) => Promise<boolean>;
  readonly log: Log;
  /** How long one call of the Bot Connector may take, in milliseconds. Five seconds if left out. */
  readonly deadlineMs?: number;
  /** How long a search may take, in milliseconds. Four seconds if left out: Teams itself gives up after five. */
  readonly searchMs?: number;
};

export type Teams = {
  /** One activity: the Authorization header and the parsed body in, the HTTP answer out. */
  readonly handle: (request: Request) => Promise<{ readonly status: number; readonly body?: unknown }>;
  readonly messenger: Messenger;
};

/** Puts the Teams side together. Each council has a bot of its own behind the one way in, so that nothing is shared by mistake. */
export function createTeams(options: TeamsOptions): Teams {
  const { auth, councilOf, render, isPublic, log, deadlineMs = 5000, searchMs = 4000 } = options;
  const adapter = new TeamsAdapter(auth, deadlineMs);
  const connector = createConnector(adapter, deadlineMs);
  const serviceUrls = createServiceUrls();
  const bots = new Map<TeamsCouncil, Bot>();
  adapter.onTurnError = async (context, error) =>
    botOf(placeOf(inboundOf(context)).tenant)?.onTurnError(context, error);

  return {
    handle: async (request) => {
      const admission = await admit(request, auth);
      if (admission.kind === 'refused') return refuse(admission.status, admission.reason);
      const { activity } = admission;
      const place = placeOf(activity);
      const bot = botOf(place.tenant);
      if (!bot) return refuse(401, 'other tenant');
      const end = await adapter.take(request.authorization ?? '', activity, (context) => {
        serviceUrls.remember(place);
        return bot.run(context);
      });
      if (end.kind === 'unauthorised') return refuse(401, 'not accepted by the SDK');
      // The SDK calls a kind of request that nobody handles 501, which reads as a fault of the server.
      return end.status === 501 ? { status: 404 } : { status: end.status, body: end.body };
    },
    messenger: createMessenger({ connector, serviceUrls, render, isPublic, log }),
  };

  function botOf(tenant: string): Bot | undefined {
    const council = councilOf(tenant);
    if (!council) return undefined;
    const bot = bots.get(council) ?? botFor(council);
    bots.set(council, bot);
    return bot;
  }

  function botFor({ conversation, words }: TeamsCouncil): Bot {
    const voice = createVoice({ ...options, connector, publicLine: words.publicLine });
    const dialogs = createDialogs({ ...words, conversation, render });
    const searches = createSearches({ conversation, render, searchMs });
    const apologise = createApologise(words.apology, render, dialogs);
    return createBot({ ...words, conversation, voice, dialogs, searches, render, apologise, log });
  }

  function refuse(status: 400 | 401, reason: string) {
    log.warn('A request was refused.', { status, reason });
    return { status, body: { error: status === 400 ? `The activity is not valid (${reason}).` : 'Not authorised.' } };
  }
}
