import { z } from 'zod';
import type { Sent } from '../../app/outbox-ports';
import type { Log, Member, Messenger } from '../../app/ports';
import type { Reply } from '../../core/reply';
import { type Place, readAddress, rootOf, writeAddress } from './address';
import { chatLink } from './chat-link';
import type { Connector } from './connector';
import { type Render, toActivity } from './envelope';
import { isAccepted, toSent } from './sent';
import type { ServiceUrls } from './service-urls';

export type MessengerParts = {
  readonly connector: Connector;
  readonly serviceUrls: ServiceUrls;
  readonly render: Render;
  /** Whether everybody in a channel may read a reply. */
  readonly isPublic: (reply: Reply) => boolean;
  readonly log: Log;
};

const rosterMember = z.object({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

const rosterPage = z.object({
  members: z.array(rosterMember),
  continuationToken: z.string().nullish(),
});

const POSTED_CARD = { textOnly: false };

/**
 * The way out. Sends once: trying again is the outbox's part. A reply that is not public never enters a channel or group, even when
 * the address names one: it goes to the private chat with the person of the address, or nowhere where it would be drawn or added there.
 */
export function createMessenger({ connector, serviceUrls, render, isPublic, log }: MessengerParts): Messenger {
  return {
    post: (to, reply, options) => {
      const place = serviceUrls.newest(readAddress(to));
      const activity = toActivity(render, reply, options);
      if (place.scope === 'personal') return send(place, activity);
      if (!isPublic(reply)) return sendPrivately(place, activity);
      return place.scope === 'channel' ? startThread(place, activity) : send(place, activity);
    },
    update: async (posted, reply) => {
      const { activity, ...place } = serviceUrls.newest(readAddress(posted));
      if (activity === undefined || !mayEnter(place, reply)) return { kind: 'unreachable' };
      const answer = await connector.update({ ...place, activity }, toActivity(render, reply, POSTED_CARD));
      const sent = toSent(answer, place);
      return sent.kind === 'sent' ? { kind: 'sent', address: posted } : sent;
    },
    replyTo: async (posted, reply) => {
      const place = serviceUrls.newest(readAddress(posted));
      if (!mayEnter(place, reply)) return { kind: 'unreachable' };
      return send(place, toActivity(render, reply, POSTED_CARD));
    },
    isIn: (posted, channel) => rootOf(readAddress(posted).conversation) === rootOf(readAddress(channel).conversation),
    membersOf: async (channel) => {
      const place = serviceUrls.newest(readAddress(channel));
      const members: Member[] = [];
      let continuation = '';
      do {
        const answer = await connector.membersPage(place, continuation);
        const page = rosterPage.safeParse(answer.body);
        if (!isAccepted(answer) || !page.success) return unread(answer.status);
        members.push(...page.data.members.map(toMember));
        continuation = page.data.continuationToken ?? '';
      } while (continuation !== '');
      return members;
    },
    memberOf: async (address) => {
      const answer = await connector.member(serviceUrls.newest(readAddress(address)));
      const member = rosterMember.safeParse(answer.body);
      if (isAccepted(answer) && member.success) return toMember(member.data);
      log.warn('The person of a conversation could not be read.', { status: answer.status });
      return undefined;
    },
    privately: (from, personId) => {
      const { serviceUrl, tenant, bot } = serviceUrls.newest(readAddress(from));
      const person = { conversation: personId, user: personId };
      return writeAddress({ serviceUrl, tenant, bot, ...person, scope: 'personal', unopened: true });
    },
    isInThread: (said, posted) => {
      const { conversation } = readAddress(said);
      return conversation !== rootOf(conversation) && conversation === readAddress(posted).conversation;
    },
    chatLink,
  };

  function mayEnter({ scope }: Pick<Place, 'scope'>, reply: Reply): boolean {
    return scope === 'personal' || isPublic(reply);
  }

  async function send(place: Place, activity: object): Promise<Sent> {
    if (place.unopened) return sendPrivately(place, activity);
    return toSent(await connector.send(place, activity), place);
  }

  async function sendPrivately(place: Place, activity: object): Promise<Sent> {
    const opened = await connector.openPrivateChat(place);
    const sent = toSent(opened, place);
    // Nothing has been said yet, whatever became of the chat.
    if (sent.kind === 'unknown') return { kind: 'try-again' };
    if (sent.kind !== 'sent') return sent;
    if (typeof opened.body.id !== 'string') return { kind: 'try-again' };
    return send({ ...place, scope: 'personal', conversation: opened.body.id, unopened: undefined }, activity);
  }

  async function startThread(place: Place, activity: object): Promise<Sent> {
    const answer = await connector.startThread(place, activity);
    const { id: thread, activityId } = answer.body;
    if (!isAccepted(answer) || typeof thread !== 'string') return toSent({ ...answer, body: {} }, place);
    const root = typeof activityId === 'string' ? activityId : thread.split(';messageid=')[1];
    return toSent({ ...answer, body: { id: root } }, { ...place, conversation: thread });
  }

  /** Half a roster would say that somebody is missing who is there, so it counts as none. */
  function unread(status: number): readonly Member[] {
    log.warn('The members of a channel could not be read.', { status });
    return [];
  }
}

function toMember(member: z.infer<typeof rosterMember>): Member {
  const email = member.email || member.userPrincipalName;
  const id = member.aadObjectId || member.objectId || member.id;
  return { id, name: member.name ?? '', ...(email ? { email } : {}) };
}
