/** What the application needs from outside, declared by those who use it. Adapters satisfy these; tests satisfy them in a few lines. */

import type { Case, CaseDesk } from '../core/cases/case';
import type { ChangedCase } from '../core/cases/change-case';
import type { Guidance } from '../core/guidance/guidance';
import type { Address, Match, Person } from '../core/model';
import type { AccessEntry } from '../core/records/access-entry';
import type { Reply } from '../core/reply';
import type { CaseFacts } from '../core/reports/case-facts';
import type { Tallied, Tally } from '../core/reports/tally';
import type { Outbox, Plan, Sent, Timers } from './outbox-ports';
import type { AccessLog, RecordStore } from './record-ports';

/** A question -> what it may be about, best first. A promise, because a search server would need one. */
export type Finder = (question: string) => Promise<readonly Match[]>;

/** Milliseconds since 1970 UTC. */
export type Clock = () => number;

/** A fresh random id of 128 bits or more, safe in a URL. */
export type NewId = () => string;

export type NewCase = Omit<Case, 'reference' | 'version' | 'state' | 'events' | 'delivery' | 'joined' | 'held'> & {
  /** Made once for a consent card, so that a second press opens nothing new. */
  readonly requestId: string;
};

export type Opening = {
  readonly at: number;
  /** Whether the new case asks the same as one that waits already. */
  readonly joins: (waiting: Case) => boolean;
  readonly plan: (opened: Case) => Plan;
};

/** A changed case and what follows from it. */
export type Change = { readonly changed: ChangedCase; readonly plan: Plan };

export type CaseStore = {
  /**
   * Stores the case under the council's next reference, with its plan, in one transaction; joined to the oldest waiting case of the
   * same desk that asks the same. The same `requestId` gives the stored case.
   */
  readonly open: (newCase: NewCase, opening: Opening) => Promise<{ readonly case: Case; readonly created: boolean }>;
  /**
   * Stores changed cases and their plans in one transaction; false, and nothing stored, when somebody changed one of them first
   * (`changed.version` is not one more than stored) or has just joined one that would not answer them. `settles` is the id of an outgoing message that this change ends as parked.
   */
  readonly change: (changes: readonly Change[], at: number, settles?: string) => Promise<boolean>;
  readonly byId: (tenant: string, id: string) => Promise<Case | undefined>;
  readonly byReference: (tenant: string, reference: string) => Promise<Case | undefined>;
  /** Newest first, at most a hundred. */
  readonly ofCouncillor: (tenant: string, personId: string) => Promise<readonly Case[]>;
  /** What waits for the clerk, oldest first, at most `limit`; without those that are answered together with another. */
  readonly waiting: (tenant: string, desk: CaseDesk, limit: number) => Promise<readonly Case[]>;
  /** How many of these there are. */
  readonly countWaiting: (tenant: string, desk: CaseDesk) => Promise<number>;
  /** Those that are answered together with this one, oldest first. */
  readonly joinedTo: (tenant: string, id: string) => Promise<readonly Case[]>;
  /** A clerk looked at the case for the first time. */
  readonly markOpened: (tenant: string, id: string, at: number) => Promise<void>;
  /** Where the case's card stands in the clerk's channel, once it has been posted. */
  readonly postOf: (tenant: string, id: string) => Promise<Address | undefined>;
  /** Where the cards of the newest unfinished cases stand in the clerk's channel; at most 100. */
  readonly posts: (tenant: string) => Promise<readonly { readonly reference: string; readonly post: Address }[]>;
  /** The clerk pressed a card of the case that is not the one known: from now on that one is kept up to date. */
  readonly adoptPost: (tenant: string, id: string, post: Address) => Promise<void>;
  /** The words of the newest questions at the clerk's desk that still have words, newest first, at most `limit`. */
  readonly questions: (tenant: string, limit: number) => Promise<readonly string[]>;
  /** What reports need of the cases of the clerk's desk that were opened from `from` on and before `to`, oldest first. Cases about the clerk are left out. */
  readonly factsOf: (tenant: string, from: number, to: number) => Promise<readonly CaseFacts[]>;
  /** Puts a case on hold or ends the hold, and notes it in the access log; false, and nothing changed, when it is so already or its words are gone. */
  readonly setHold: (
    tenant: string,
    id: string,
    hold: { readonly held: boolean; readonly entry: AccessEntry },
  ) => Promise<boolean>;
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

/** Counts for the reports, by month as "2026-10". */
export type Tallies = {
  /** Adds one for each entry, all of them or none. */
  readonly add: (tenant: string, month: string, entries: readonly Tally[]) => Promise<void>;
  readonly of: (tenant: string, months: readonly string[]) => Promise<readonly Tallied[]>;
};

/** Everything that is kept, behind one door; `close` finishes what is being written. */
export type Store = {
  readonly cases: CaseStore;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly desk: DeskStore;
  readonly people: PersonStore;
  readonly seen: SeenStore;
  readonly guidance: GuidanceStore;
  /** Writes a whole copy into a new file while everything goes on. Throws a sentence where the engine has a tool of its own for it. */
  readonly backup: (path: string) => Promise<void>;
  readonly tallies: Tallies;
  readonly records: RecordStore;
  readonly access: AccessLog;
  /** Writes next to nothing, to find out whether anything can be written now. Throws what prevents it. */
  readonly probe: () => Promise<void>;
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
  /** Whether a posted message stands in a channel. */
  readonly isIn: (posted: Address, channel: Address) => boolean;
  /** Everybody who can read the channel; nobody when the roster cannot be read now. */
  readonly membersOf: (channel: Address) => Promise<readonly Member[]>;
  /** The person of an address, as the directory knows them; undefined when they cannot be read now. */
  readonly memberOf: (address: Address) => Promise<Member | undefined>;
  /** The private chat with somebody else, by directory id, through the service that an address is reached by. It is made when something is sent. */
  readonly privately: (from: Address, personId: string) => Address;
  /** Whether something was said in the thread of a posted message. */
  readonly isInThread: (said: Address, posted: Address) => boolean;
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
