import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from './http-listener';

/** A message, card or update as it reached the connector. */
export type Sent = {
  readonly type: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Record<string, unknown> }[];
  readonly recipient?: { readonly id: string; readonly isTargeted?: boolean };
  readonly [field: string]: unknown;
};

export type Call = {
  readonly kind: 'message' | 'update' | 'thread' | 'private-chat' | 'members' | 'member' | 'unknown';
  /** The conversation that it concerns; of a new thread, the channel. Empty for a new private chat. */
  readonly conversation: string;
  readonly targeted: boolean;
  /** The message or card itself: also the first message of a new thread. */
  readonly activity?: Sent;
  /** Of an update, the id of what is updated. */
  readonly updates?: string;
  /** Whom a call about one member asks for. */
  readonly member?: string;
  readonly authorization?: string;
  readonly body: Record<string, unknown>;
};

/**
 * What goes wrong with a call. `lost` does the work and then breaks the connection, so that the caller cannot know; `no-body` accepts
 * and tells no id; `garbled` accepts and answers what cannot be read; `slow-body` begins an answer and never ends it; `late` does the
 * work and answers after a while.
 */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number | string; readonly code?: string }
  | { readonly kind: 'garbled' }
  | { readonly kind: 'slow-body' }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'no-body' };

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly email?: string;
};

/** Above this many bytes of UTF-16 Teams answers 413. */
const LARGEST_MESSAGE = 100 * 1024;

/** Small, so that a roster of five has three pages. */
const PAGE = 2;

/**
 * A Bot Connector on loopback that behaves like Teams where it hurts. It records every call, gives ids, starts channel threads
 * ("19:…;messageid=…"), answers 413 above 100 KB, shows a targeted message only to members (404 for others), splits a message of
 * text and card in two and tells no id, and fails as it is told to: `fail` takes the faults for the next calls that match, in order.
 */
export async function startLoopbackConnector() {
  const calls: Call[] = [];
  const rosters = new Map<string, readonly Person[]>();
  const faults: { readonly fault: Fault; readonly matches: (call: Call) => boolean }[] = [];
  let choose: (call: Call) => Fault | undefined = () => undefined;
  let givenUp = 0;
  let last = 1700000000000;
  const listener = await listen((request, response, body) => {
    const call = read(request, body);
    const at = faults.findIndex(({ matches }) => matches(call));
    const fault = at < 0 ? choose(call) : faults.splice(at, 1)[0]?.fault;
    calls.push(call);
    if (fault?.kind === 'hang')
      response.once('close', () => {
        givenUp += 1;
      });
    if (fault && fault.kind !== 'lost' && fault.kind !== 'late') return spoil(response, fault);
    const answer = perform(call);
    if (fault?.kind === 'lost') return void response.destroy();
    if (fault) return void setTimeout(() => send(response, answer), fault.ms);
    send(response, answer);
  });

  return {
    url: `${listener.url}/amer/`,
    calls,
    /** What people can see or could see: messages, threads and updates, without the calls around them. */
    shown: () => calls.filter((call) => call.activity !== undefined && call.activity.type !== 'typing'),
    /** How many hanging calls the caller has given up and closed. */
    givenUp: () => givenUp,
    /** Who is in a conversation. Without a roster everybody is a member. */
    setRoster: (conversation: string, people: readonly Person[]) => void rosters.set(conversation, people),
    fail: (list: readonly Fault[], matches: (call: Call) => boolean = () => true) => {
      faults.push(...list.map((fault) => ({ fault, matches })));
    },
    /** What goes wrong with each call for which nothing was told by `fail`. */
    failBy: (fault: typeof choose) => {
      choose = fault;
    },
    reset: () => {
      choose = () => undefined;
      calls.length = 0;
      faults.length = 0;
      rosters.clear();
    },
    close: listener.close,
  };

  function perform(call: Call): { readonly status: number; readonly body: object } {
    if (call.kind === 'members') return membersPage(call);
    if (call.kind === 'member') return oneMember(call);
    if (call.kind === 'unknown') return refusal(404, 'NotFound');
    if (JSON.stringify(call.body).length * 2 > LARGEST_MESSAGE) return refusal(413, 'MessageSizeTooBig');
    if (call.kind === 'private-chat') return { status: 201, body: { id: `a:1-${membersOf(call).join()}` } };
    if (call.kind === 'thread') {
      const id = nextId();
      return { status: 201, body: { id: `${call.conversation};messageid=${id}`, activityId: id } };
    }
    const roster = rosters.get(call.conversation.split(';')[0] ?? '');
    const seenBy = call.activity?.recipient?.id;
    if (call.targeted && roster && !roster.some(({ id }) => id === seenBy)) return refusal(404, 'MemberNotFound');
    if (call.kind === 'update') return { status: 200, body: { id: call.updates } };
    const split = Boolean(call.activity?.text) && (call.activity?.attachments ?? []).length > 0;
    return { status: 201, body: split ? {} : { id: nextId() } };
  }

  function membersPage(call: Call): { readonly status: number; readonly body: object } {
    const roster = rosters.get(call.conversation);
    if (!roster) return refusal(404, 'ConversationNotFound');
    const from = Number(call.body.continuationToken ?? 0);
    const next = from + PAGE < roster.length ? { continuationToken: String(from + PAGE) } : {};
    return { status: 200, body: { members: roster.slice(from, from + PAGE), ...next } };
  }

  /** Teams knows people by the id of the channel and by that of the directory. */
  function oneMember({ conversation, member }: Call): { readonly status: number; readonly body: object } {
    const found = rosters.get(conversation)?.find(({ id, aadObjectId }) => [id, aadObjectId].includes(member ?? ''));
    return found ? { status: 200, body: found } : refusal(404, 'MemberNotFound');
  }

  function nextId(): string {
    last += 1;
    return String(last);
  }
}

function read(request: IncomingMessage, text: string): Call {
  const url = new URL(request.url ?? '/', 'http://loopback');
  const body: Record<string, unknown> = text ? JSON.parse(text) : Object.fromEntries(url.searchParams);
  const [conversation = '', resource = '', id] = url.pathname
    .replace(/^\/amer\/v3\/conversations\/?/u, '')
    .split('/')
    .map(decodeURIComponent);
  const { authorization } = request.headers;
  const base = {
    body,
    targeted: url.searchParams.get('isTargetedActivity') === 'true',
    ...(authorization ? { authorization } : {}),
  };
  const activity = body as Sent;
  const route = `${request.method} ${conversation ? 'one' : 'all'} ${resource}`;
  if (route === 'GET one pagedmembers') return { ...base, kind: 'members', conversation };
  if (route === 'GET one members' && id) return { ...base, kind: 'member', conversation, member: id };
  if (route === 'POST one activities') return { ...base, kind: 'message', conversation, activity };
  if (route === 'PUT one activities' && id) return { ...base, kind: 'update', conversation, activity, updates: id };
  if (route !== 'POST all ') return { ...base, kind: 'unknown', conversation };
  const { channel } = (body.channelData ?? {}) as { readonly channel?: { readonly id: string } };
  return channel
    ? { ...base, kind: 'thread', conversation: channel.id, activity: body.activity as Sent }
    : { ...base, kind: 'private-chat', conversation: '' };
}

function membersOf(call: Call): readonly string[] {
  return (call.body.members as readonly { readonly id: string }[]).map(({ id }) => id);
}

function refusal(status: number, code: string) {
  return { status, body: { error: { code, message: code } } };
}

function spoil(response: ServerResponse, fault: Exclude<Fault, { kind: 'lost' | 'late' }>): void {
  if (fault.kind === 'hang') return;
  if (fault.kind === 'reset') return void response.destroy();
  if (fault.kind === 'slow-body' || fault.kind === 'garbled') {
    response.statusCode = 201;
    return void (fault.kind === 'garbled' ? response.end('<html>Bad gateway</html>') : response.write('{'));
  }
  if (fault.kind === 'no-body') {
    response.statusCode = 202;
    return void response.end();
  }
  if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
  send(response, refusal(fault.status, fault.code ?? 'Scripted'));
}

function send(response: ServerResponse, { status, body }: { readonly status: number; readonly body: object }): void {
  // Not chained: restify, in the same process, changes what these give back.
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
