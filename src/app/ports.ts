/** What the application needs from outside, declared by those who use it. Adapters satisfy these; tests satisfy them in a few lines. */

import type { Guidance } from '../core/guidance/guidance';
import type { Address, Case, Match, Person, Reply } from '../core/model';

/** A question -> what it may be about, best first. A promise, because a search server would need one. */
export type Finder = (question: string) => Promise<readonly Match[]>;

/** Milliseconds since 1970 UTC. */
export type Clock = () => number;

/** A fresh random id of 128 bits or more, safe in a URL. */
export type NewId = () => string;

/** A message that must still go out: what it is about, never the words themselves; the words are taken from the case when it is sent. */
export type Outgoing = {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  /**
   * `clerk-post`: the new thread in the clerk's channel. `clerk-card`: that card drawn again. `clerk-follow-up`: a reply in that thread.
   * `answer`: the clerk's answer to the councillor. `event` says which event of the case it carries.
   */
  readonly kind: 'clerk-post' | 'clerk-card' | 'clerk-follow-up' | 'answer';
  readonly event: number;
};

/** An outgoing message under lease: `attempts` counts this one. */
export type Claimed = Outgoing & { readonly attempts: number };

/** How sending ended. `address` is the way back to what was posted, when the service told it. */
export type Sent =
  | { readonly kind: 'sent'; readonly address?: Address }
  | { readonly kind: 'try-again'; readonly afterMs?: number }
  | { readonly kind: 'unreachable' };

export type NewCase = Omit<Case, 'reference' | 'version' | 'state' | 'events'> & {
  /** Made once for a consent card, so that a second press opens nothing new. */
  readonly requestId: string;
};

export type CaseStore = {
  /** Stores the case under the council's next reference, with its outgoing message, in one transaction. The same `requestId` gives the stored case. */
  readonly open: (newCase: NewCase, at: number) => Promise<{ readonly case: Case; readonly created: boolean }>;
  /** Stores a changed case and its outgoing messages in one transaction; false when somebody changed it first (`changed.version` is not one more than stored). */
  readonly change: (changed: Case, outgoing: readonly Outgoing[], at: number) => Promise<boolean>;
  readonly byId: (tenant: string, id: string) => Promise<Case | undefined>;
  readonly byReference: (tenant: string, reference: string) => Promise<Case | undefined>;
  /** Newest first. */
  readonly ofCouncillor: (tenant: string, personId: string) => Promise<readonly Case[]>;
  /** Neither closed nor withdrawn, oldest first. */
  readonly unfinished: (tenant: string) => Promise<readonly Case[]>;
  /** Where the case's card stands in the clerk's channel, once it has been posted. */
  readonly postOf: (tenant: string, id: string) => Promise<Address | undefined>;
  /** The words of the newest cases' questions that still have words, newest first, at most `limit`. */
  readonly questions: (tenant: string, limit: number) => Promise<readonly string[]>;
};

export type Outbox = {
  /** Takes up to `limit` messages that are due, none of them before an earlier one of the same case, and holds them until `leaseUntil`. */
  readonly claim: (now: number, leaseUntil: number, limit: number) => Promise<readonly Claimed[]>;
  /** Done; `address` of a `clerk-post` is kept as the case's post. */
  readonly sent: (id: string, at: number, address?: Address) => Promise<void>;
  readonly postpone: (id: string, due: number) => Promise<void>;
  /** Will not be tried again; kept, so that it can be shown. */
  readonly park: (id: string, at: number) => Promise<void>;
  /** Still to go out, and parked. */
  readonly counts: () => Promise<{ readonly waiting: number; readonly parked: number }>;
};

export type ClerkChannel = {
  readonly address: Address;
  /** The conversation id that a press or message must come from. */
  readonly conversation: string;
  readonly linkedBy: Person;
  /** Directory ids of the listed clerks, as the channel's roster resolved them. */
  readonly clerkIds: readonly string[];
};

export type DeskStore = {
  readonly clerkChannel: (tenant: string) => Promise<ClerkChannel | undefined>;
  readonly linkChannel: (tenant: string, channel: ClerkChannel, at: number) => Promise<void>;
  /** A new one-time code for linking, good until `expires`; only its hash comes here. Replaces an earlier one. */
  readonly saveLinkCode: (tenant: string, hash: string, expires: number) => Promise<void>;
  /** Checks a code: five wrong tries spend it. A right code is not spent by this. */
  readonly tryLinkCode: (tenant: string, hash: string, now: number) => Promise<boolean>;
  readonly spendLinkCode: (tenant: string) => Promise<void>;
};

export type PersonStore = {
  readonly textOnly: (tenant: string, personId: string) => Promise<boolean>;
  readonly setTextOnly: (tenant: string, personId: string, on: boolean) => Promise<void>;
};

export type SeenStore = {
  /** True the first time a key is shown, for at least seven days. */
  readonly firstSight: (key: string, now: number) => Promise<boolean>;
};

/** A version of a saved answer before it is stored; the store gives the first one its reference. */
export type NewGuidance = Omit<Guidance, 'reference'>;

export type GuidanceStore = {
  /** Stores the next version: 1 for a new answer, else one more than is stored. Undefined when somebody saved first. */
  readonly save: (saved: NewGuidance) => Promise<Guidance | undefined>;
  readonly byId: (tenant: string, id: string) => Promise<Guidance | undefined>;
  readonly byReference: (tenant: string, reference: string) => Promise<Guidance | undefined>;
  /** What councillors may see, oldest first. */
  readonly published: (tenant: string) => Promise<readonly Guidance[]>;
  /** All of a council, newest first. */
  readonly list: (tenant: string) => Promise<readonly Guidance[]>;
  /** Every version of one, newest first. */
  readonly history: (tenant: string, id: string) => Promise<readonly Guidance[]>;
  /** A number that is another one after every save, so that each instance sees a change at once. */
  readonly revision: (tenant: string) => Promise<number>;
};

/** Everything that is kept, behind one door; `close` finishes what is being written. */
export type Store = {
  readonly cases: CaseStore;
  readonly outbox: Outbox;
  readonly desk: DeskStore;
  readonly people: PersonStore;
  readonly seen: SeenStore;
  readonly guidance: GuidanceStore;
  readonly close: () => Promise<void>;
};

/** Who can read a channel. `email` is missing where the service does not tell it. */
export type Member = Person & { readonly email?: string };

/** The way out to people and channels. Never throws for what the service answers; says how it ended. */
export type Messenger = {
  /** To a person: a message in the private chat. To a channel: a new thread. */
  readonly post: (to: Address, reply: Reply, options: { readonly textOnly: boolean }) => Promise<Sent>;
  /** Draws a posted message again. */
  readonly update: (posted: Address, reply: Reply) => Promise<Sent>;
  /** Adds to the thread of a posted message. */
  readonly replyTo: (posted: Address, reply: Reply) => Promise<Sent>;
  /** Everybody who can read the channel; nobody when the roster cannot be read now. */
  readonly membersOf: (channel: Address) => Promise<readonly Member[]>;
  /** The person of an address, as the directory knows them; undefined when they cannot be read now. */
  readonly memberOf: (address: Address) => Promise<Member | undefined>;
  /** The private chat with somebody else, by directory id, through the service that an address is reached by. It is made when something is sent. */
  readonly privately: (from: Address, personId: string) => Address;
  /** A web address that opens a chat between whoever follows it and the person with this e-mail address or sign-in name. */
  readonly chatLink: (email: string) => string;
};

/** Facts only: no words of a question, draft or answer ever go into a log. */
export type LogFacts = { readonly [name: string]: string | number | boolean | undefined };
export type Log = {
  readonly info: (message: string, facts?: LogFacts) => void;
  readonly warn: (message: string, facts?: LogFacts) => void;
  readonly error: (message: string, facts?: LogFacts) => void;
};
