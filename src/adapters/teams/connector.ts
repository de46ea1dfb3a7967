import { setTimeout as sleep } from 'node:timers/promises';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import type { TeamsAdapter } from './adapter';
import { type Place, rootOf } from './address';
import { within } from './deadline';

/** What the Bot Connector answered. Status 0: nothing in time, nothing readable, or the connection broke, so it may or may not have happened. */
export type Answer = {
  readonly status: number;
  readonly body: { readonly [name: string]: unknown };
  readonly retryAfterMs?: number;
};

/** `targeted`: only the person in the place sees it. `patient`: waits up to twice when asked to slow down. */
export type SendOptions = { readonly targeted?: boolean; readonly patient?: boolean };

/** The calls of the Bot Connector that are used. None of them throws for what the service answers. */
export type Connector = {
  readonly send: (to: Place, activity: object, options?: SendOptions) => Promise<Answer>;
  readonly update: (posted: Place & { readonly activity: string }, activity: object) => Promise<Answer>;
  /** A new thread in the channel of the place. */
  readonly startThread: (to: Place, activity: object) => Promise<Answer>;
  /** The private chat with the person of the place, made if there is none; says nothing in it. */
  readonly openPrivateChat: (withPersonOf: Place, options?: SendOptions) => Promise<Answer>;
  readonly membersPage: (of: Place, continuation: string) => Promise<Answer>;
  /** The person of the place. */
  readonly member: (of: Place) => Promise<Answer>;
};

type Call = { readonly method: 'GET' | 'POST' | 'PUT'; readonly path: string; readonly body?: object };

const NO_ANSWER: Answer = { status: 0, body: {} };

const MOST_WAITS = 2;

/** Longer, and Teams delivers the message again because the turn took too long. */
const LONGEST_WAIT_MS = 3000;

/**
 * The raw calls, through the SDK's authenticated client. Its typed operations are not used: they drop fields that the SDK does
 * not know, such as `isTargeted`, and cannot mark a request as targeted.
 */
export function createConnector(adapter: TeamsAdapter, deadlineMs: number): Connector {
  return {
    send: (to, activity, options) => {
      const query = options?.targeted ? '?isTargetedActivity=true' : '';
      const recipient = { recipient: { id: to.user, ...(options?.targeted ? { isTargeted: true } : {}) } };
      const body = {
        ...activity,
        ...envelopeOf(to),
        ...(to.scope === 'personal' || options?.targeted ? recipient : {}),
      };
      const path = `/${encodeURIComponent(to.conversation)}/activities${query}`;
      return call(to, { method: 'POST', path, body }, options);
    },
    update: (posted, activity) => {
      const path = `/${encodeURIComponent(posted.conversation)}/activities/${encodeURIComponent(posted.activity)}`;
      return call(posted, { method: 'PUT', path, body: { ...activity, ...envelopeOf(posted), id: posted.activity } });
    },
    startThread: (to, activity) => {
      const channel = { channel: { id: rootOf(to.conversation) }, tenant: { id: to.tenant } };
      const body = { isGroup: true, bot: { id: to.bot }, tenantId: to.tenant, channelData: channel, activity };
      return call(to, { method: 'POST', path: '', body });
    },
    openPrivateChat: (to, options) => {
      const people = { bot: { id: to.bot }, members: [{ id: to.user }] };
      const body = { isGroup: false, ...people, tenantId: to.tenant, channelData: { tenant: { id: to.tenant } } };
      return call(to, { method: 'POST', path: '', body }, options);
    },
    membersPage: (of, continuation) => {
      const page = new URLSearchParams({ pageSize: '500', ...(continuation && { continuationToken: continuation }) });
      return call(of, {
        method: 'GET',
        path: `/${encodeURIComponent(rootOf(of.conversation))}/pagedmembers?${page}`,
      });
    },
    member: (of) => {
      const path = `/${encodeURIComponent(rootOf(of.conversation))}/members/${encodeURIComponent(of.user)}`;
      return call(of, { method: 'GET', path });
    },
  };

  async function call(at: Place, what: Call, options?: SendOptions): Promise<Answer> {
    for (let waits = 0; ; waits += 1) {
      const answer = await once(at, what);
      const wait = answer.status === 429 ? answer.retryAfterMs : undefined;
      if (!options?.patient || wait === undefined || wait > LONGEST_WAIT_MS || waits === MOST_WAITS) return answer;
      await sleep(wait);
    }
  }

  async function once({ serviceUrl }: Place, { method, path, body }: Call): Promise<Answer> {
    const request = createPipelineRequest({
      url: `${serviceUrl.replace(/(?<!\/)\/+$/u, '')}/v3/conversations${path}`,
      method,
      allowInsecureConnection: serviceUrl.startsWith('http:'),
      headers: createHttpHeaders({ accept: 'application/json', 'content-type': 'application/json; charset=utf-8' }),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    try {
      const connector = await adapter.connectorFor(serviceUrl);
      // Fetching the token is part of this and has no limit of its own.
      const response = await within(deadlineMs, connector.sendRequest(request));
      const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
      const { status, bodyAsText } = response;
      const answered = jsonOf(bodyAsText);
      if (status < 300 && answered === undefined) return NO_ANSWER;
      return { status, body: answered ?? {}, ...(retryAfterMs ? { retryAfterMs } : {}) };
    } catch {
      return NO_ANSWER;
    }
  }
}

function envelopeOf({ conversation, bot, tenant }: Place): object {
  return { from: { id: bot }, conversation: { id: conversation, tenantId: tenant } };
}

/** Seconds, as Teams sends it, or a date, as HTTP also allows. */
function readRetryAfter(header: string | undefined): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/u.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return ms > 0 ? ms : undefined;
}

/** Undefined for what is no JSON object. Teams may answer a send with 202 and nothing in it. */
function jsonOf(text: string | null | undefined): Answer['body'] | undefined {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
