import type { Case, CaseEvent } from '../core/cases/case';
import { clerkCaseReply, digestReply, strandedReply, threadReply, urgentAgainReply } from '../core/cases/clerk-replies';
import { answerReply, caseNoticeReply, receiptReply, troubleReply } from '../core/cases/councillor-replies';
import type { Speaker } from '../core/conversation/speaker';
import type { Address } from '../core/model';
import type { Reply } from '../core/reply';
import { chatWith } from './chat-with';
import { joinedWith } from './joined-with';
import type { Outgoing, OutgoingKind, Sent } from './outbox-ports';
import type { Messenger, Store } from './ports';
import { troubleAbout } from './trouble';

export type SendParts = { readonly store: Store; readonly messenger: Messenger; readonly speaker: Speaker };

/** `nothing`: what it would have said is no longer so. */
export type Sending = Sent | { readonly kind: 'nothing' };

const MOST_LISTED = 5;
const NOTHING: Sending = { kind: 'nothing' };
const LATER: Sending = { kind: 'try-again' };
const CARD = { textOnly: false };

/** Sends one message. Its words are taken from the case as it is now, so that a late card is never an old one. */
export async function sendOutgoing(outgoing: Outgoing, parts: SendParts): Promise<Sending> {
  const { tenant, caseId, kind } = outgoing;
  if (kind === 'digest') return sendDigest(tenant, parts);
  const one = caseId === undefined ? undefined : await parts.store.cases.byId(tenant, caseId);
  // Nobody is left to tell, but the card in the channel must lose the words too.
  if (!one || (one.wiped !== undefined && kind !== 'clerk-card')) return NOTHING;
  return SEND[kind](one, outgoing, parts);
}

type Sender = (one: Case, outgoing: Outgoing, parts: SendParts) => Promise<Sending>;

const SEND: { readonly [kind in Exclude<OutgoingKind, 'digest'>]: Sender } = {
  'clerk-post': async (one, { event }, parts) => {
    // Withdrawn before anybody saw it: nobody needs to. One that is opened again brings a post of its own.
    if (one.events.slice(event + 1).some(({ kind }) => kind === 'withdrawn')) return NOTHING;
    const desk = await deskAddress(one, parts);
    return desk === undefined ? LATER : parts.messenger.post(desk, await cardOf(one, parts), CARD);
  },
  'clerk-card': async (one, _outgoing, parts) => {
    const posted = await parts.store.cases.postOf(one.tenant, one.id);
    // What must lose its words loses them wherever it stands.
    const draws = one.wiped !== undefined || (await isInPlace(one, posted, parts));
    return posted === undefined || !draws ? NOTHING : parts.messenger.update(posted, await cardOf(one, parts));
  },
  'clerk-thread': async (one, outgoing, parts) => inThread(one, await threadReplyOf(one, outgoing, parts), parts),
  'urgent-again': async (one, _outgoing, parts) =>
    one.state === 'waiting' && one.delivery.opened === undefined
      ? inThread(one, urgentAgainReply(one, parts.speaker), parts)
      : NOTHING,
  stranded: async (one, { target }, { messenger, store, speaker }) => {
    const waiting = await store.cases.countWaiting(one.tenant, 'clerk');
    const clerk = messenger.privately(one.councillorAddress, target.replace(/^to:/u, ''));
    return messenger.post(clerk, strandedReply(waiting, speaker), CARD);
  },
  answer: (one, outgoing, parts) => {
    const event = one.events[outgoing.event];
    if (event?.kind !== 'answered' && event?.kind !== 'asked_more') return Promise.resolve(NOTHING);
    return toCouncillor(one, answerReply(one, event, parts.speaker), parts);
  },
  'receipt-card': (one, _outgoing, { messenger, speaker }) =>
    messenger.update(one.councillorAddress, receiptReply(one, speaker)),
  notice: async (one, outgoing, parts) => {
    const event = one.events[outgoing.event];
    // That the question has arrived is news only to somebody who was told that it had not. That was settled before, in the same lane.
    if (event?.kind === 'opened' && !(await parts.store.outbox.wasSent(troubleAbout(one).id))) return NOTHING;
    return toCouncillor(one, event && caseNoticeReply(one, event, parts.speaker), parts);
  },
  trouble: (one, _outgoing, parts) =>
    one.delivery.posted === undefined
      ? toCouncillor(one, troubleReply(one, parts.speaker), parts)
      : Promise.resolve(NOTHING),
};

async function sendDigest(tenant: string, { store, messenger, speaker }: SendParts): Promise<Sending> {
  const channel = await store.desk.clerkChannel(tenant);
  const cases = await store.cases.waiting(tenant, 'clerk', MOST_LISTED);
  if (!channel || cases.length === 0) return NOTHING;
  const count = await store.cases.countWaiting(tenant, 'clerk');
  return messenger.post(channel.address, digestReply(cases, count, speaker), CARD);
}

/** The clerk's channel, or the private chat of the person who answers questions about the clerk. */
async function deskAddress(one: Case, { store, messenger, speaker }: SendParts): Promise<Address | undefined> {
  if (one.desk === 'clerk') return (await store.desk.clerkChannel(one.tenant))?.address;
  const { alternate } = speaker.council;
  return alternate?.id === undefined ? undefined : messenger.privately(one.councillorAddress, alternate.id);
}

async function cardOf(one: Case, { store, speaker }: SendParts): Promise<Reply> {
  return clerkCaseReply(one, { joined: await joinedWith(one, store) }, speaker);
}

async function threadReplyOf(one: Case, { event }: Outgoing, parts: SendParts): Promise<Reply | undefined> {
  const happened: CaseEvent | undefined = one.events[event];
  const said = happened && threadReply(one, happened, parts.speaker);
  const link = happened?.kind === 'not_delivered' ? await chatWith(one, parts) : undefined;
  return said && link ? { ...said, fields: { ...said.fields, link } } : said;
}

async function inThread(one: Case, said: Reply | undefined, parts: SendParts): Promise<Sending> {
  if (!said) return NOTHING;
  const posted = await parts.store.cases.postOf(one.tenant, one.id);
  if (posted !== undefined && (await isInPlace(one, posted, parts))) {
    const sent = await parts.messenger.replyTo(posted, said);
    if (sent.kind !== 'unreachable') return sent;
  }
  // No card is known, or somebody deleted it, or another channel was linked since.
  const desk = await deskAddress(one, parts);
  return desk === undefined ? LATER : parts.messenger.post(desk, said, CARD);
}

/** Nothing new goes into a channel in whose place another was linked. */
async function isInPlace(one: Case, posted: Address | undefined, { store, messenger }: SendParts): Promise<boolean> {
  const channel = one.desk === 'clerk' ? await store.desk.clerkChannel(one.tenant) : undefined;
  return channel === undefined || posted === undefined || messenger.isIn(posted, channel.address);
}

async function toCouncillor(one: Case, said: Reply | undefined, { store, messenger }: SendParts): Promise<Sending> {
  if (!said) return NOTHING;
  const textOnly = await store.people.textOnly(one.tenant, one.councillor.id);
  return messenger.post(one.councillorAddress, said, { textOnly });
}
