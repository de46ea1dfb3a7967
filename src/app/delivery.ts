import { clerkCaseReply, eventReply } from '../core/cases/case-replies';
import type { Speaker } from '../core/conversation/speaker';
import type { Case } from '../core/model';
import type { Claimed, Clock, Log, Messenger, Outgoing, Sent, Store } from './ports';

/** How long a claimed message is held: longer than the slowest send, so that nobody else takes it meanwhile. */
const LEASE_MS = 30_000;
const BATCH = 10;
/** How often the outbox is looked at when nothing wakes the delivery. */
const IDLE_MS = 2_000;
/** Full jitter between one second and ten minutes, doubling (`reliability` 2.3). */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** After so many tries a message is parked; a question for the clerk is never given up. */
const MOST_TRIES = 8;

export type Delivery = {
  readonly start: () => void;
  /** Something is due now. */
  readonly wake: () => void;
  /** Takes nothing new and waits for what is being sent. */
  readonly stop: () => Promise<void>;
  /** One round: everything that is due is tried once. */
  readonly round: () => Promise<void>;
};

type Given = {
  readonly store: Store;
  readonly messenger: Messenger;
  /** Whose words a council's messages are in; undefined while it is not served. */
  readonly speakerOf: (tenant: string) => Speaker | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
};

/** Takes what is due from the outbox, sends it, and records what happened. What fails for a while is tried again, later and later. */
export function createDelivery(given: Given): Delivery {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = true;
  const run = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = deliverDue(given)
      .catch((error: unknown) => given.log.error('the outbox could not be worked', { error: nameOf(error) }))
      .finally(() => {
        running = undefined;
        if (stopped) return;
        timer = setTimeout(run, again ? 0 : IDLE_MS);
        again = false;
      });
  };
  return {
    start: () => {
      stopped = false;
      run();
    },
    wake: run,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
    round: () => deliverDue(given),
  };
}

async function deliverDue(given: Given): Promise<void> {
  for (;;) {
    const now = given.clock();
    const claimed = await given.store.outbox.claim(now, now + LEASE_MS, BATCH);
    if (claimed.length === 0) return;
    for (const outgoing of claimed) await deliver(outgoing, given);
  }
}

async function deliver(outgoing: Claimed, given: Given): Promise<void> {
  const { store, clock, random, log } = given;
  const { id, kind, attempts } = outgoing;
  const sent = await send(outgoing, given);
  const facts = { outgoing: id, kind, attempts, result: sent.kind };
  log.info('outgoing message tried', facts);
  if (sent.kind === 'sent') return store.outbox.sent(id, clock(), sent.address);
  const mustArrive = kind === 'clerk-post';
  if (!mustArrive && (sent.kind === 'unreachable' || attempts >= MOST_TRIES)) {
    log.error('outgoing message parked', facts);
    return store.outbox.park(id, clock());
  }
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
  const wait = sent.kind === 'try-again' && sent.afterMs !== undefined ? sent.afterMs : random() * longest;
  return store.outbox.postpone(id, clock() + Math.max(FIRST_WAIT_MS, wait));
}

async function send(outgoing: Outgoing, given: Given): Promise<Sent> {
  try {
    const one = await given.store.cases.byId(outgoing.tenant, outgoing.caseId);
    const speaker = given.speakerOf(outgoing.tenant);
    if (!speaker) return { kind: 'try-again' };
    return one ? await SEND[outgoing.kind](one, outgoing, { ...given, speaker }) : { kind: 'unreachable' };
  } catch (error) {
    given.log.error('sending failed', { outgoing: outgoing.id, error: nameOf(error) });
    return { kind: 'try-again' };
  }
}

type Sender = (one: Case, outgoing: Outgoing, given: Given & { readonly speaker: Speaker }) => Promise<Sent>;

/** How each kind goes out. The words are taken from the case as it is now, so that a late card is never an old one. */
const SEND: { readonly [kind in Outgoing['kind']]: Sender } = {
  'clerk-post': async (one, _outgoing, { store, messenger, speaker }) => {
    const channel = await store.desk.clerkChannel(one.tenant);
    if (!channel) return { kind: 'try-again' };
    return messenger.post(channel.address, clerkCaseReply(one, speaker), { textOnly: false });
  },
  'clerk-card': async (one, _outgoing, { store, messenger, speaker }) => {
    const posted = await store.cases.postOf(one.tenant, one.id);
    return posted ? messenger.update(posted, clerkCaseReply(one, speaker)) : { kind: 'unreachable' };
  },
  'clerk-follow-up': async (one, outgoing, given) => {
    const { store, messenger, speaker } = given;
    const said = wordsOf(one, outgoing, speaker);
    const posted = await store.cases.postOf(one.tenant, one.id);
    if (!said) return { kind: 'unreachable' };
    if (posted) return messenger.replyTo(posted, said);
    const channel = await store.desk.clerkChannel(one.tenant);
    return channel ? messenger.post(channel.address, said, { textOnly: false }) : { kind: 'try-again' };
  },
  answer: async (one, outgoing, { store, messenger, speaker }) => {
    const said = wordsOf(one, outgoing, speaker);
    const textOnly = await store.people.textOnly(one.tenant, one.councillor.id);
    return said ? messenger.post(one.councillorAddress, said, { textOnly }) : { kind: 'unreachable' };
  },
};

function wordsOf(one: Case, outgoing: Outgoing, speaker: Speaker) {
  const event = one.events[outgoing.event];
  return event && eventReply(one, event, speaker);
}

/** The class of an error, never its message: messages can hold words of a question. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
