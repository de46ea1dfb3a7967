import type { Speaker } from '../core/conversation/speaker';
import { ukDay } from '../core/uk-time';
import { DELIVERY_POLICY, waitAfter } from './delivery-policy';
import { noteUndelivered } from './note-undelivered';
import type { Claimed, Outgoing } from './outbox-ports';
import { outgoingAbout } from './plan-case';
import type { Clock, Log, Messenger, Store } from './ports';
import type { Sending } from './send-outgoing';
import { troubleAbout } from './trouble';

/** When this try fails, the councillor is told that the question has not reached the clerk yet. */
const TROUBLE_AT = 2;
/** A channel that does not know us is not tried more often than one that has failed so many times. */
const UNREACHABLE_FROM = 6;

export type SettleParts = {
  readonly store: Store;
  readonly messenger: Messenger;
  /** What is known of a council; undefined when it is not served here any more. */
  readonly speakerOf: (tenant: string) => Speaker | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
};

/** Records how sending ended, and what is to be done about it. */
export async function settleOutgoing(outgoing: Claimed, sending: Sending, parts: SettleParts): Promise<void> {
  const { store, clock } = parts;
  const { id, kind } = outgoing;
  switch (sending.kind) {
    case 'sent': {
      const { address } = sending;
      const then = await follows(outgoing, parts);
      return store.outbox.sent(id, clock(), { then, ...(address !== undefined && { address }) });
    }
    case 'nothing':
      return store.outbox.drop(id, clock());
    case 'unknown':
      return DELIVERY_POLICY[kind].lost === 'again' ? tryAgain(outgoing, parts) : store.outbox.drop(id, clock());
    case 'unreachable':
      return DELIVERY_POLICY[kind].unreachable === 'again' ? tryUnreachable(outgoing, parts) : giveUp(outgoing, parts);
    case 'try-again':
      return tryAgain(outgoing, parts, sending.afterMs);
  }
}

/** The other person's card tells that this one arrived. Whether the councillor needs to hear it is found out when that is sent. */
async function follows(outgoing: Claimed, { store }: SettleParts): Promise<readonly Outgoing[]> {
  const { id, tenant, caseId, kind, attempts } = outgoing;
  const receipts = await receiptsOfJoined(outgoing, store);
  const tells = kind === 'answer' ? 'clerk-card' : kind === 'clerk-post' ? 'receipt-card' : undefined;
  const one = tells && caseId !== undefined ? await store.cases.byId(tenant, caseId) : undefined;
  if (!one || !tells) return receipts;
  const told = outgoingAbout(one, tells, { id: `${id}:told`, event: outgoing.event });
  if (kind !== 'clerk-post' || attempts === 1) return [told, ...receipts];
  return [told, ...receipts, outgoingAbout(one, 'notice', { id: `${id}:now`, event: 0 })];
}

/** The card shows those who wait with the same question too: their receipts must say no less, or they would learn of each other. */
async function receiptsOfJoined({ id, tenant, caseId, kind }: Claimed, { cases }: Store): Promise<readonly Outgoing[]> {
  if (caseId === undefined || (kind !== 'clerk-post' && kind !== 'clerk-card')) return [];
  const joined = await cases.joinedTo(tenant, caseId);
  return joined
    .filter(({ delivery, wiped }) => delivery.posted === undefined && wiped === undefined)
    .map((one) => outgoingAbout(one, 'receipt-card', { id: `${id}:told:${one.id}`, event: 0 }));
}

async function tryAgain(outgoing: Claimed, parts: SettleParts, askedMs?: number): Promise<void> {
  const { store, clock, random } = parts;
  const { id, tenant, kind, target, attempts } = outgoing;
  if (askedMs !== undefined) await store.outbox.pause(tenant, target, clock() + askedMs);
  if (attempts >= DELIVERY_POLICY[kind].tries) return giveUp(outgoing, parts);
  await store.outbox.postpone(id, clock() + waitAfter(attempts, random(), askedMs));
  if (attempts >= TROUBLE_AT) await tellOfTrouble(outgoing, parts);
}

/** The assistant is no longer in the clerk's team: the councillor is told, and a clerk, in case nobody knows. */
async function tryUnreachable(outgoing: Claimed, parts: SettleParts): Promise<void> {
  const { store, clock, random, log } = parts;
  const { id, attempts, target } = outgoing;
  log.error('the desk cannot be reached', { outgoing: id, attempts });
  await store.outbox.postpone(id, clock() + waitAfter(Math.max(attempts, UNREACHABLE_FROM), random()));
  await tellOfTrouble(outgoing, parts);
  if (target === 'channel') await tellClerk(outgoing, parts);
}

/** Once a day, however many messages cannot get through. */
async function tellClerk({ tenant, caseId }: Claimed, { store, clock }: SettleParts): Promise<void> {
  const channel = await store.desk.clerkChannel(tenant);
  const [clerk] = channel?.clerkIds ?? [];
  if (clerk === undefined || caseId === undefined) return;
  const person = `to:${clerk}`;
  const id = `${tenant}:stranded:${ukDay(clock())}`;
  await store.outbox.add([{ id, tenant, caseId, kind: 'stranded', event: 0, lane: person, target: person }], clock());
}

/** Once for each case, by the id of the message. */
async function tellOfTrouble({ tenant, caseId, kind }: Claimed, { store, clock }: SettleParts): Promise<void> {
  if (kind !== 'clerk-post' || caseId === undefined) return;
  const one = await store.cases.byId(tenant, caseId);
  if (one) await store.outbox.add([troubleAbout(one)], clock());
}

async function giveUp(outgoing: Claimed, parts: SettleParts): Promise<void> {
  const { store, clock, log } = parts;
  const { id, kind } = outgoing;
  const { ended } = DELIVERY_POLICY[kind];
  if (ended === 'dropped') return store.outbox.drop(id, clock());
  log.error('outgoing message given up', { outgoing: id, kind });
  if (ended === 'not_delivered' && (await noteUndelivered(outgoing, parts))) return;
  await store.outbox.park(id, clock());
}
