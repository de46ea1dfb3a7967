import { readAddress, writeAddress } from '../../src/adapters/teams/address';
import type { Sent } from '../../src/app/outbox-ports';
import { CHANNEL, GROUP, message, PRIYA, SAM } from './rig/activities';
import { post } from './rig/client';
import { note, startEcho } from './rig/echo';
import { type Fault, startLoopbackConnector } from './rig/loopback-connector';
import { TENANT_ID } from './rig/openid';

const CARD = { textOnly: false };
const PRIVATE_CHAT = 'a:1-29:sam';

describe('the messenger', () => {
  let rig: Awaited<ReturnType<typeof startEcho>>;
  beforeAll(async () => {
    rig = await startEcho({ deadlineMs: 400 });
  });
  afterAll(() => rig.close());
  beforeEach(() => rig.connector.reset());

  function addressOf(scope: 'personal' | 'group' | 'channel', conversation: string, activity?: string) {
    const where = { serviceUrl: rig.connector.url, tenant: TENANT_ID, user: SAM.user, bot: '28:bot' };
    return writeAddress({ ...where, scope, conversation, ...(activity ? { activity } : {}) });
  }

  function shown() {
    return rig.connector.shown().map(({ kind, conversation }) => `${kind} ${conversation}`);
  }

  it('posts to a person in the private chat', async () => {
    const sent = await rig.messenger.post(addressOf('personal', PRIVATE_CHAT), note('hello'), CARD);
    expect(sent).toMatchObject({ kind: 'sent', address: expect.any(String) });
    expect(shown()).toEqual([`message ${PRIVATE_CHAT}`]);
  });

  it('tells a message in a thread of a channel from one in another channel', async () => {
    const posted = await rig.messenger.post(addressOf('channel', CHANNEL), note('public hello'), CARD);
    const address = posted.kind === 'sent' ? (posted.address ?? '') : '';
    expect(rig.messenger.isIn(address, addressOf('channel', CHANNEL))).toBe(true);
    expect(rig.messenger.isIn(address, addressOf('channel', '19:other@thread.tacv2'))).toBe(false);
  });

  it('posts plain text to a person who asked for that', async () => {
    await rig.messenger.post(addressOf('personal', PRIVATE_CHAT), note('hello'), { textOnly: true });
    expect(rig.connector.calls[0]?.activity).toMatchObject({ text: 'hello', textFormat: 'plain' });
  });

  it('posts to a channel as a new thread, and then draws that again and adds to it', async () => {
    const channel = addressOf('channel', `${CHANNEL};messageid=1`);
    const sent = await rig.messenger.post(channel, note('public case'), CARD);
    if (sent.kind !== 'sent' || sent.address === undefined) throw new Error('no way back');
    const { conversation, activity } = readAddress(sent.address);
    expect(conversation).toBe(`${CHANNEL};messageid=${activity}`);
    expect(await rig.messenger.update(sent.address, note('public, changed'))).toEqual(sent);
    expect(await rig.messenger.replyTo(sent.address, note('public, more'))).toMatchObject({ kind: 'sent' });
    expect(shown()).toEqual([`thread ${CHANNEL}`, `update ${conversation}`, `message ${conversation}`]);
    expect(rig.connector.calls[1]?.updates).toBe(activity);
  });

  it('knows what is said in the thread of a post, and nowhere else', async () => {
    const sent = await rig.messenger.post(addressOf('channel', CHANNEL), note('public case'), CARD);
    if (sent.kind !== 'sent' || sent.address === undefined) throw new Error('no way back');
    const { conversation } = readAddress(sent.address);
    const isSaidThere = (where: string) =>
      rig.messenger.isInThread(addressOf('channel', where, '9'), sent.address ?? '');
    expect([conversation, `${CHANNEL};messageid=0`, CHANNEL, PRIVATE_CHAT].map(isSaidThere)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(rig.messenger.isInThread(addressOf('channel', CHANNEL), addressOf('channel', CHANNEL))).toBe(false);
  });

  it('posts to a group in the group', async () => {
    await rig.messenger.post(addressOf('group', GROUP), note('public news'), CARD);
    expect(shown()).toEqual([`message ${GROUP}`]);
  });

  it.each([
    ['channel', CHANNEL],
    ['group', GROUP],
  ] as const)('never posts a private reply to a %s, but to the person of the address', async (scope, conversation) => {
    const sent = await rig.messenger.post(addressOf(scope, conversation), note('your answer'), CARD);
    expect(sent.kind).toBe('sent');
    expect(shown()).toEqual([`message ${PRIVATE_CHAT}`]);
    expect(rig.connector.calls[0]?.body).toMatchObject({ members: [{ id: SAM.user }], tenantId: TENANT_ID });
  });

  // Row O3 of docs/reliability.md. A message that was surely not sent is told from one that may have been.
  it.each<[Fault, Sent['kind']]>([
    [{ kind: 'status', status: 429 }, 'try-again'],
    [{ kind: 'status', status: 412 }, 'try-again'],
    [{ kind: 'status', status: 503, retryAfter: 1 }, 'try-again'],
    [{ kind: 'status', status: 500 }, 'unknown'],
    [{ kind: 'status', status: 502 }, 'unknown'],
    [{ kind: 'status', status: 503 }, 'unknown'],
    [{ kind: 'status', status: 504 }, 'unknown'],
    [{ kind: 'status', status: 408 }, 'unknown'],
    [{ kind: 'reset' }, 'unknown'],
    [{ kind: 'lost' }, 'unknown'],
    [{ kind: 'hang' }, 'unknown'],
    [{ kind: 'slow-body' }, 'unknown'],
    [{ kind: 'garbled' }, 'unknown'],
    [{ kind: 'status', status: 400 }, 'unreachable'],
    [{ kind: 'status', status: 401, code: 'BotNotRegistered' }, 'unreachable'],
    [{ kind: 'status', status: 403, code: 'ConversationBlockedByUser' }, 'unreachable'],
    [{ kind: 'status', status: 403, code: 'BotNotInConversationRoster' }, 'unreachable'],
    [{ kind: 'status', status: 403, code: 'BotDisabledByAdmin' }, 'unreachable'],
    [{ kind: 'status', status: 404 }, 'unreachable'],
    [{ kind: 'status', status: 410 }, 'unreachable'],
    [{ kind: 'status', status: 413 }, 'unreachable'],
    [{ kind: 'no-body' }, 'sent'],
  ])('after %j says %s and does not send twice by itself', async (fault, kind) => {
    const posted = addressOf('personal', PRIVATE_CHAT, '5');
    const ways = [
      () => rig.messenger.post(addressOf('personal', PRIVATE_CHAT), note('hello'), CARD),
      () => rig.messenger.post(addressOf('channel', CHANNEL), note('public'), CARD),
      () => rig.messenger.replyTo(posted, note('hello')),
      () => rig.messenger.update(posted, note('hello')),
    ];
    for (const way of ways) {
      rig.connector.reset();
      rig.connector.fail([fault]);
      expect((await way()).kind).toBe(kind);
      expect(rig.connector.calls).toHaveLength(1);
    }
  });

  it('has surely sent nothing when it is not known whether the private chat was opened', async () => {
    for (const fault of [{ kind: 'reset' }, { kind: 'no-body' }] as const) {
      rig.connector.reset();
      rig.connector.fail([fault]);
      const sent = await rig.messenger.post(addressOf('channel', CHANNEL), note('private'), CARD);
      expect(sent).toEqual({ kind: 'try-again' });
      expect(rig.connector.calls.map(({ kind }) => kind)).toEqual(['private-chat']);
    }
  });

  it.each([429, 412, 503])('tells how long to wait when a %i says so, in seconds', async (status) => {
    rig.connector.fail([{ kind: 'status', status, retryAfter: 7 }]);
    const sent = await rig.messenger.post(addressOf('personal', PRIVATE_CHAT), note('hello'), CARD);
    expect(sent).toEqual({ kind: 'try-again', afterMs: 7000 });
  });

  it('tells how long to wait when the service names a moment', async () => {
    const until = new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000);
    rig.connector.fail([{ kind: 'status', status: 429, retryAfter: until.toUTCString() }]);
    const sent = await rig.messenger.post(addressOf('personal', PRIVATE_CHAT), note('hello'), CARD);
    if (sent.kind !== 'try-again' || sent.afterMs === undefined) throw new Error('no time to wait');
    expect(sent.afterMs).toBeLessThanOrEqual(3_600_000);
    expect(sent.afterMs).toBeGreaterThan(3_500_000);
  });

  it.each([0, 'soon', 'Mon, 01 Jan 2024 00:00:00 GMT'])('takes %j for no time to wait', async (retryAfter) => {
    rig.connector.fail([{ kind: 'status', status: 429, retryAfter }]);
    const sent = await rig.messenger.post(addressOf('personal', PRIVATE_CHAT), note('hello'), CARD);
    expect(sent).toEqual({ kind: 'try-again' });
  });

  it('says that a card above 100 KB does not go through', async () => {
    const sent = await rig.messenger.post(addressOf('personal', PRIVATE_CHAT), note('x'.repeat(60_000)), CARD);
    expect(sent).toEqual({ kind: 'unreachable' });
  });

  it('cannot draw again what has no id', async () => {
    const sent = await rig.messenger.update(addressOf('personal', PRIVATE_CHAT), note('hello'));
    expect(sent).toEqual({ kind: 'unreachable' });
    expect(rig.connector.calls).toEqual([]);
  });

  it.each([
    ['channel', CHANNEL],
    ['group', GROUP],
  ] as const)('neither draws a private reply in a %s nor adds one there', async (scope, conversation) => {
    const posted = addressOf(scope, conversation, '17');
    expect(await rig.messenger.update(posted, note('my draft'))).toEqual({ kind: 'unreachable' });
    expect(await rig.messenger.replyTo(posted, note('my draft'))).toEqual({ kind: 'unreachable' });
    expect(rig.connector.calls).toEqual([]);
  });

  it('reads a roster to its last page', async () => {
    const people = [SAM, PRIYA].map(({ user, id, name }) => ({ id: user, aadObjectId: id, name }));
    const guests = ['a', 'b', 'c'].map((id) => ({
      id: `29:${id}`,
      aadObjectId: id,
      name: id,
      email: `${id}@x.example`,
    }));
    rig.connector.setRoster(CHANNEL, [...people, ...guests]);
    const members = await rig.messenger.membersOf(addressOf('channel', `${CHANNEL};messageid=1`));
    expect(members.map(({ id }) => id)).toEqual([SAM.id, PRIYA.id, 'a', 'b', 'c']);
    expect(members.at(-1)).toEqual({ id: 'c', name: 'c', email: 'c@x.example' });
    expect(rig.connector.calls).toHaveLength(3);
  });

  it('takes half a roster for none', async () => {
    rig.connector.setRoster(
      CHANNEL,
      ['a', 'b', 'c'].map((id) => ({ id, aadObjectId: id, name: id })),
    );
    rig.connector.fail([{ kind: 'status', status: 503 }], ({ body }) => 'continuationToken' in body);
    expect(await rig.messenger.membersOf(addressOf('channel', CHANNEL))).toEqual([]);
    expect(rig.lines.at(-1)?.message).toBe('The members of a channel could not be read.');
  });

  it('reads the person of a chat, with the e-mail address', async () => {
    const person = { id: SAM.user, aadObjectId: SAM.id, name: SAM.name, email: 'sam@x.example' };
    rig.connector.setRoster(PRIVATE_CHAT, [person]);
    const member = await rig.messenger.memberOf(addressOf('personal', PRIVATE_CHAT, '5'));
    expect(member).toEqual({ id: SAM.id, name: 'Sam Hill', email: 'sam@x.example' });
    expect(rig.connector.calls.map(({ kind, member }) => [kind, member])).toEqual([['member', SAM.user]]);
  });

  it('reads the person of a thread among the members of its channel', async () => {
    rig.connector.setRoster(CHANNEL, [{ id: SAM.user, aadObjectId: SAM.id, name: SAM.name }]);
    const member = await rig.messenger.memberOf(addressOf('channel', `${CHANNEL};messageid=1`));
    expect(member).toEqual({ id: SAM.id, name: 'Sam Hill' });
  });

  it.each<[string, Fault]>([
    ['is gone', { kind: 'status', status: 404 }],
    ['cannot be read now', { kind: 'status', status: 503 }],
    ['is not told', { kind: 'no-body' }],
    ['is not told in time', { kind: 'hang' }],
  ])('says so when the person of a chat %s', async (_, fault) => {
    rig.connector.fail([fault]);
    expect(await rig.messenger.memberOf(addressOf('personal', PRIVATE_CHAT))).toBeUndefined();
    expect(rig.lines.at(-1)?.message).toBe('The person of a conversation could not be read.');
  });

  it.each(['personal', 'channel'] as const)(
    'from a %s address finds the private chat with somebody else',
    async (scope) => {
      const from = addressOf(scope, scope === 'channel' ? `${CHANNEL};messageid=1` : PRIVATE_CHAT, '5');
      const sent = await rig.messenger.post(rig.messenger.privately(from, PRIYA.id), note('public news'), CARD);
      expect(rig.connector.calls[0]?.body).toMatchObject({ members: [{ id: PRIYA.id }], tenantId: TENANT_ID });
      expect(shown()).toEqual([`message a:1-${PRIYA.id}`]);
      if (sent.kind !== 'sent' || sent.address === undefined) throw new Error('no way back');
      expect(readAddress(sent.address)).not.toHaveProperty('unopened');
      expect(await rig.messenger.update(sent.address, note('changed'))).toEqual(sent);
      expect(rig.connector.calls.map(({ kind }) => kind)).toEqual(['private-chat', 'message', 'update']);
    },
  );

  it('says when the private chat with somebody else cannot be made', async () => {
    rig.connector.fail([{ kind: 'status', status: 403 }]);
    const to = rig.messenger.privately(addressOf('channel', CHANNEL), PRIYA.id);
    expect(await rig.messenger.post(to, note('news'), CARD)).toEqual({ kind: 'unreachable' });
    expect(await rig.messenger.update(to, note('news'))).toEqual({ kind: 'unreachable' });
    expect(rig.connector.calls).toHaveLength(1);
  });

  it('gives the web address of a chat with a person', () => {
    expect(rig.messenger.chatLink('sam.o’hill+1@x.example')).toBe(
      'https://teams.microsoft.com/l/chat/0/0?users=sam.o%E2%80%99hill%2B1%40x.example',
    );
  });

  it('goes where a conversation was last heard from, whatever the address says', async () => {
    const moved = await startLoopbackConnector();
    await post(rig.port, message({ serviceUrl: moved.url }, 'hello'));
    await rig.messenger.post(addressOf('personal', PRIVATE_CHAT), note('hello again'), CARD);
    expect(moved.shown()).toHaveLength(2);
    expect(rig.connector.calls).toEqual([]);
    await moved.close();
  });
});
