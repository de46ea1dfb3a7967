/** What must still go out and what happens by itself, as the application needs them kept. */

import type { Address } from '../core/model';

/**
 * What a message that must still go out does.
 * To the desk: `clerk-post` begins the case's thread in the clerk's channel, `clerk-card` draws its card again, `clerk-thread` says
 * in the thread what the event says, `urgent-again` repeats the alarm there, `digest` tells in the channel what waits, `stranded` tells
 * a clerk in private that the channel is out of reach.
 * To the councillor: `answer` brings the clerk's words, `receipt-card` draws the receipt again, `notice` says what has become of the
 * case, `trouble` that it has not reached the clerk yet.
 */
export type OutgoingKind =
  | 'clerk-post'
  | 'clerk-card'
  | 'clerk-thread'
  | 'urgent-again'
  | 'digest'
  | 'stranded'
  | 'answer'
  | 'receipt-card'
  | 'notice'
  | 'trouble';

/** A message that must still go out: what it is about, never the words themselves; the words are taken from the case when it is sent. */
export type Outgoing = {
  readonly id: string;
  readonly tenant: string;
  /** Missing for what is about no single case. */
  readonly caseId?: string;
  readonly kind: OutgoingKind;
  /** Which event of the case it carries. */
  readonly event: number;
  /** Messages of one lane go out one after another, in the order in which they were stored. */
  readonly lane: string;
  /** The conversation whose limits it counts against: the clerk's channel or one person's chat. */
  readonly target: string;
  /** Not before this moment; at once when missing. */
  readonly due?: number;
};

/**
 * An outgoing message under lease: `attempts` counts this one. `rescued`: whoever held it before has not said how it ended, so it may
 * have been sent.
 */
export type Claimed = Outgoing & { readonly attempts: number; readonly rescued?: true };

/**
 * How sending ended. `address` is the way back to what was posted, when the service told it. `try-again`: it was surely not sent.
 * `unknown`: it may have been sent, because the answer was lost. `unreachable`: it never will be.
 */
export type Sent =
  | { readonly kind: 'sent'; readonly address?: Address }
  | { readonly kind: 'try-again'; readonly afterMs?: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreachable' };

/** What happens to a case by itself at a moment: a case has at most one of each kind. `digest` and `retention` are about a council. */
export type Timer = {
  readonly tenant: string;
  /** Empty for a timer of the council. */
  readonly caseId: string;
  readonly kind: 'nudge' | 'overdue' | 'urgent' | 'notice' | 'close' | 'digest' | 'retention';
  readonly due: number;
};

/** What must happen after a change: stored with it, in one transaction. `timers` take the place of all earlier ones of the case. */
export type Plan = { readonly outgoing: readonly Outgoing[]; readonly timers: readonly Timer[] };

export type Outbox = {
  /**
   * Takes up to `limit` messages that are due, none of them before an earlier one of its lane and none beyond what its conversation
   * may be sent now, and holds them until `leaseUntil`.
   */
  readonly claim: (now: number, leaseUntil: number, limit: number) => Promise<readonly Claimed[]>;
  /** Done, and what follows; `address` of a `clerk-post` is kept as the case's post, and an `answer` as what the councillor was told. */
  readonly sent: (
    id: string,
    at: number,
    result: { readonly address?: Address; readonly then?: readonly Outgoing[] },
  ) => Promise<void>;
  readonly postpone: (id: string, due: number) => Promise<void>;
  /** Nothing goes to a conversation before this moment: it asked to slow down. */
  readonly pause: (tenant: string, target: string, until: number) => Promise<void>;
  /** What waits for a conversation is tried at once: it can be reached again. */
  readonly hurry: (tenant: string, target: string, now: number) => Promise<void>;
  /** No longer worth sending. */
  readonly drop: (id: string, at: number) => Promise<void>;
  /** Will not be tried again; kept, so that it can be shown. */
  readonly park: (id: string, at: number) => Promise<void>;
  /** Adds messages that follow from no change of a case. One with an id that is there already changes nothing. */
  readonly add: (outgoing: readonly Outgoing[], at: number) => Promise<void>;
  /** Still to go out, parked, and the moment at which the oldest of those that are due was due. */
  readonly counts: (
    now: number,
  ) => Promise<{ readonly waiting: number; readonly parked: number; readonly oldestDue?: number }>;
  /** What a council's messages that will not be tried again were about, newest first, at most 20. */
  readonly parked: (tenant: string) => Promise<readonly Outgoing[]>;
  /** Whether a message with this id has gone out. */
  readonly wasSent: (id: string) => Promise<boolean>;
};

export type Timers = {
  /** Takes up to `limit` timers that are due and holds them until `leaseUntil`. */
  readonly claim: (now: number, leaseUntil: number, limit: number) => Promise<readonly Timer[]>;
  /** Sets a timer of a council, or moves it. */
  readonly set: (timer: Timer) => Promise<void>;
  /** Sets a timer of a council unless it has one of this kind. */
  readonly ensure: (timer: Timer) => Promise<void>;
  /** Whether the timer still stands: a change of its case takes its timers away. */
  readonly isSet: (timer: Timer) => Promise<boolean>;
  /** The timer has done its work; one that was set anew meanwhile stays. */
  readonly done: (timer: Timer) => Promise<void>;
};
