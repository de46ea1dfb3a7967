import { startServer } from '../../../src/adapters/http/server';
import { createTeams, type TeamsOptions } from '../../../src/adapters/teams/connect';
import type { Conversation } from '../../../src/adapters/teams/conversation';
import type { LogFacts } from '../../../src/app/ports';
import type { Press, Search } from '../../../src/core/model';
import type { Reply, SearchResult } from '../../../src/core/reply';
import { startLoopbackConnector } from './loopback-connector';
import { APP_ID, startOpenId, TENANT_ID } from './openid';

/** A reply that carries its words in `fields.text`. */
export function note(text: string): Reply {
  return { card: 'note', fields: { text }, notice: 'A message for you' };
}

/** The ids of messages that were deleted. */
export const deleted: string[] = [];

/** Says back what it is told, so that the way in and the way out can be tested without the application. "throw" throws, and "throw nothing" and "throw words" throw what is no error, "public" is public, a press of "copy" is answered in plain text, and one of "close" ends a dialog. A search finds as many as it asks for; one for "never" has no end. */
export const echo: Conversation = {
  onMessage: async ({ text }) => {
    if (text === 'throw') throw new Error('I was\n  at the secret words');
    if (text === 'throw nothing') return Promise.reject();
    if (text === 'throw words') return Promise.reject('secret words');
    return text === '' ? undefined : note(`you said: ${text}`);
  },
  onPress: async (press) => {
    const { verb, data } = press;
    if (verb === 'throw') throw new Error('secret words');
    if (verb === 'copy') return { ...note('words to copy'), plain: true };
    if (verb === 'close') return { ...note('one\n\ntwo\nthree\nfour'), close: true };
    return note(`you pressed: ${verb} ${JSON.stringify(data)}${dialogOf(press)}`);
  },
  onInstalled: async ({ scope, addedBy }) => note(`hello ${scope} from ${addedBy}`),
  checkDraft: async ({ text, scope, conversation }, platform) =>
    note(`checked: ${text} ${scope} ${conversation.split(':')[0]} ${platform ?? ''}`.trim()),
  askAboutOthers: async ({ text }) => note(`about: ${text}`),
  onEdited: async ({ id, text }) => (text === '' ? undefined : note(`edited: ${id} ${text}`)),
  onDeleted: async ({ id }) => void deleted.push(id),
  onSearch: async (search) => {
    if (search.query === 'throw') throw new Error('secret words');
    if (search.query === 'never') return new Promise(() => {});
    return Array.from({ length: Number(search.query) || 1 }, () => found(search));
  },
};

function dialogOf({ surface, scope, conversation, from }: Press): string {
  return surface === 'dialog' ? ` dialog of ${from.name} in ${scope} ${conversation}` : '';
}

function found({ command, query, scope, conversation, from }: Search): SearchResult {
  return { title: query, text: `${command} of ${from.name} in ${scope} ${conversation}`, reply: note(`card ${query}`) };
}

/** The whole way from the wire to a conversation, on loopback: HTTP edge, Teams adapter, connector and signing keys. */
export async function startEcho(
  options: Partial<TeamsOptions> & { readonly signed?: boolean; readonly conversation?: Conversation } = {},
) {
  const connector = await startLoopbackConnector();
  const openId = await startOpenId();
  const lines: { readonly message: string; readonly facts?: LogFacts | undefined }[] = [];
  const write = (message: string, facts?: LogFacts) => void lines.push({ message, facts });
  const council = {
    conversation: options.conversation ?? echo,
    words: {
      title: 'Golden Rule',
      askForPost: note('paste your post'),
      checkVerb: 'check',
      apology: note('sorry'),
      publicLine: 'Ask me in a private chat.',
    },
  };
  const teams = createTeams({
    auth: options.signed
      ? {
          kind: 'on',
          appId: APP_ID,
          homeTenant: TENANT_ID,
          tenants: new Set([TENANT_ID]),
          credentials: { kind: 'token', token: async () => 'out' },
          source: openId.source,
        }
      : { kind: 'off' },
    councilOf: () => council,
    render: ({ fields }) => ({
      card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: fields.text }] },
      text: String(fields.text),
    }),
    isPublic: ({ fields }) => String(fields.text).includes('public'),
    textOnly: async () => false,
    log: { info: write, warn: write, error: write },
    ...options,
  });
  const faults: unknown[] = [];
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    onMessage: teams.handle,
    health: async () => ({ well: true, facts: { status: 'ok' } }),
    onFault: (error) => faults.push(error),
  });
  return {
    port: server.port,
    messenger: teams.messenger,
    connector,
    openId,
    lines,
    faults,
    close: async () => {
      await server.close();
      await Promise.all([connector.close(), openId.close()]);
    },
  };
}
