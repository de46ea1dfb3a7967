import { APP_ID, TENANT_ID } from './openid';

/** Somebody in Teams: `user` is the Bot Connector's id, `id` the directory's. */
export type TeamsPerson = { readonly user: string; readonly id: string; readonly name: string };

export const SAM: TeamsPerson = { user: '29:sam', id: '00000000-0000-4000-8000-000000000011', name: 'Sam Hill' };
export const PRIYA: TeamsPerson = { user: '29:priya', id: '00000000-0000-4000-8000-000000000021', name: 'Priya Shah' };

export const BOT = { id: `28:${APP_ID}`, name: 'Golden Rule' };
export const GROUP = '19:councillors@thread.v2';
export const CHANNEL = '19:clerk@thread.tacv2';

/** Where and by whom. `thread` is the id of the message that a channel thread began with. */
export type From = {
  readonly serviceUrl: string;
  readonly person?: TeamsPerson;
  readonly scope?: 'personal' | 'group' | 'channel';
  readonly channel?: string;
  readonly thread?: string;
  readonly tenant?: string;
};

export type TeamsActivity = { readonly [field: string]: unknown };

let counter = 1600000000000;

/** A message. `mention` writes the bot's mention before the words, as Teams does when a person picks it from the list. */
export function message(from: From, text: string, options: { readonly mention?: boolean } = {}): TeamsActivity {
  const mention = { type: 'mention', mentioned: BOT, text: `<at>${BOT.name}</at>` };
  const client = { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' };
  return {
    ...base(from),
    type: 'message',
    textFormat: 'plain',
    locale: 'en-GB',
    text: options.mention ? `${mention.text}&nbsp;${text}` : text,
    attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
    entities: options.mention ? [mention, client] : [client],
  };
}

/** A pressed Action.Execute. `card` is the id of the message that holds the card. */
export function execute(from: From, verb: string, options: { readonly data?: object; readonly card?: string } = {}) {
  const action = { type: 'Action.Execute', verb, data: options.data ?? {} };
  return {
    ...base(from),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action, trigger: 'manual' },
    ...(options.card ? { replyToId: options.card } : {}),
  };
}

/** A pressed Action.Submit, from a client that does not know Action.Execute. */
export function submit(from: From, verb: string, options: { readonly data?: object; readonly card?: string } = {}) {
  const value = { ...options.data, verb };
  return { ...base(from), type: 'message', value, ...(options.card ? { replyToId: options.card } : {}) };
}

/** The two activities that Teams sends, at once, when the assistant is added. */
export function installed(from: From): readonly TeamsActivity[] {
  const person = personOf(from);
  return [
    { ...base(from), type: 'installationUpdate', action: 'add' },
    { ...base(from), type: 'conversationUpdate', membersAdded: [{ id: BOT.id }, { id: person.user }] },
  ];
}

export function removed(from: From): TeamsActivity {
  return { ...base(from), type: 'installationUpdate', action: 'remove' };
}

/** A message that was changed after it was sent, with the id that it had and its new words. */
export function edited(from: From, id: string, text: string): TeamsActivity {
  return { ...message(from, text), id, type: 'messageUpdate', channelData: changed(from, 'editMessage') };
}

/** A message that was deleted after it was sent. */
export function deletedMessage(from: From, id: string): TeamsActivity {
  return { ...base(from), id, type: 'messageDelete', channelData: changed(from, 'softDeleteMessage') };
}

/** The message extension opened on a message in any chat, whose words Teams sends as HTML, by whoever wrote it. */
export function checkMessage(from: From, html: string, author: TeamsPerson = personOf(from)): TeamsActivity {
  const body = { contentType: 'html', content: html };
  const user = { userIdentityType: 'aadUser', id: author.id, displayName: author.name };
  const messagePayload = { id: '1', messageType: 'message', from: { user }, body };
  return extension(from, 'fetchTask', { commandContext: 'message', messagePayload });
}

/** The message extension opened from the box where messages are written: it brings no words. */
export function checkCompose(from: From): TeamsActivity {
  return extension(from, 'fetchTask', { commandContext: 'compose' });
}

/** A button pressed in the message extension's dialog. */
export function checkSubmit(from: From, data: object): TeamsActivity {
  return extension(from, 'submitAction', { commandContext: 'compose', data });
}

/** The message extension's search, with what stands in the box by now; opened without a word when `query` is left out. */
export function search(from: From, query?: string, options: object = {}): TeamsActivity {
  const box = query === undefined ? { name: 'initialRun', value: 'true' } : { name: 'query', value: query };
  const queryOptions = { skip: 0, count: 25 };
  return extension(from, 'query', { commandId: 'searchGuidance', parameters: [box], queryOptions, ...options });
}

/** A pressed button that opens a dialog. `card` is the id of the message that holds the card. */
export function fetchDialog(
  from: From,
  verb: string,
  options: { readonly data?: object; readonly card?: string } = {},
) {
  const data = { ...options.data, verb, msteams: { type: 'task/fetch' } };
  return dialogInvoke(from, 'task/fetch', { ...options, data });
}

/** A button pressed in such a dialog. */
export function submitDialog(
  from: From,
  verb: string,
  options: { readonly data?: object; readonly card?: string } = {},
) {
  return dialogInvoke(from, 'task/submit', { ...options, data: { ...options.data, verb } });
}

function dialogInvoke(from: From, name: string, options: { readonly data: object; readonly card?: string }) {
  const value = { data: options.data, context: { theme: 'default' }, tabContext: null };
  return { ...base(from), type: 'invoke', name, value, ...(options.card ? { replyToId: options.card } : {}) };
}

function extension(from: From, name: string, value: object): TeamsActivity {
  return {
    ...base(from),
    type: 'invoke',
    name: `composeExtension/${name}`,
    value: { commandId: 'checkPost', ...value },
  };
}

function changed(from: From, eventType: string): object {
  return { tenant: { id: from.tenant ?? TENANT_ID }, eventType };
}

function base(from: From): TeamsActivity {
  counter += 1;
  const { user, id, name } = personOf(from);
  const tenant = from.tenant ?? TENANT_ID;
  return {
    id: String(counter),
    timestamp: new Date(counter).toISOString(),
    channelId: 'msteams',
    serviceUrl: from.serviceUrl,
    from: { id: user, name, aadObjectId: id },
    recipient: BOT,
    conversation: { ...conversationOf(from), tenantId: tenant },
    channelData: {
      tenant: { id: tenant },
      ...(from.scope === 'channel' ? { channel: { id: from.channel ?? CHANNEL } } : {}),
    },
  };
}

function conversationOf(from: From): object {
  if (from.scope === 'group') return { conversationType: 'groupChat', isGroup: true, id: GROUP };
  if (from.scope !== 'channel') return { conversationType: 'personal', id: `a:1-${personOf(from).user}` };
  const thread = from.thread ?? '1600000000000';
  return { conversationType: 'channel', isGroup: true, id: `${from.channel ?? CHANNEL};messageid=${thread}` };
}

function personOf(from: From): TeamsPerson {
  return from.person ?? SAM;
}
