import type { Platform } from '../draft/draft';
import type { Address, Person } from '../model';

/** Where a case stands. `not_delivered`: what the clerk last said could not reach the councillor. */
export type CaseState =
  | 'waiting'
  | 'taken'
  | 'needs_more'
  | 'answered'
  | 'followed_up'
  | 'closed'
  | 'withdrawn'
  | 'not_delivered';

/** Why a case came to the clerk. */
export type CaseReason = 'not_settled' | 'asked_for' | 'draft' | 'urgent';

/** Who answers: the clerk, or the person named for questions about the clerk. */
export type CaseDesk = 'clerk' | 'alternate';

/** With what a case ended. `thanks`: the councillor needs no more. `quiet`: nobody said anything for a fortnight. */
export type CloseOutcome = 'thanks' | 'advised' | 'official_channel' | 'monitoring_officer' | 'not_needed' | 'quiet';

/** `at` is milliseconds since 1970 UTC. What happens by itself is done by `THE_CLOCK`. */
type Step<Kind extends string, More = unknown> = {
  readonly kind: Kind;
  readonly at: number;
  readonly by: Person;
} & More;
type Words = { readonly text: string };

/** Something that happened to a case: who, when, and why where that is not plain from the kind. */
export type CaseEvent =
  | Step<'opened'>
  | Step<'taken'>
  /** Taken from the clerk who had it. */
  | Step<'taken_over'>
  | Step<'handed_back'>
  | Step<'passed', { readonly to: Person; readonly why: 'asked' | 'overdue' }>
  | Step<'nudged'>
  /** The clerk asks the councillor for more. */
  | Step<'asked_more', Words>
  /** `wording`: the text suggests what to post. `official_channel`: the matter is best left to the council's own channels. */
  | Step<'answered', Words & { readonly form?: 'wording' | 'official_channel' }>
  | Step<'followed_up', Words>
  /** It waited with another case and now stands by itself. */
  | Step<'parted'>
  /** For the monitoring officer; a record only, which no councillor sees. */
  | Step<'noted', Words>
  /** The councillor was told that the case will close by itself. */
  | Step<'warned'>
  | Step<'closed', { readonly why?: CloseOutcome }>
  | Step<'reopened'>
  | Step<'withdrawn'>
  /** What event number `event` says could not reach the councillor. */
  | Step<'not_delivered', { readonly event: number }>;

/** Who acts when time has passed. */
export const THE_CLOCK: Person = { id: 'clock', name: '' };

/** Words of a draft that a rule marked when it was sent. */
export type Flag = { readonly rule: string; readonly words: string };

/** A councillor's question on its way to the clerk and back. */
export type Case = {
  readonly id: string;
  readonly tenant: string;
  /** Speakable and unique within a council: "C-0042". */
  readonly reference: string;
  readonly state: CaseState;
  /** Grows by one with every change; a card carries the version it was drawn from. */
  readonly version: number;
  readonly reason: CaseReason;
  readonly desk: CaseDesk;
  readonly councillor: Person;
  /** The councillor's name is shown to nobody. */
  readonly nameless?: true;
  readonly councillorAddress: Address;
  readonly question: string;
  /** Present only when the councillor chose to send it. */
  readonly draft?: string;
  readonly about: {
    /** How soon the councillor wants to post. */
    readonly wanted?: 'today' | 'this_week';
    readonly platform?: Platform;
    readonly flags?: readonly Flag[];
  };
  /** Passages nearest to the question, best first. */
  readonly nearest: readonly string[];
  /** What the matching made of the question, in a sentence for the clerk. */
  readonly soundsLike?: string;
  /** The moment when the answer is overdue; missing when the council has set no hours. */
  readonly due?: number;
  /** The id of the case with the same question, with which this one is answered. */
  readonly joined?: string;
  /** Nothing of it may be deleted, whatever its age. */
  readonly held?: true;
  /** Its words and names were removed at this moment, in milliseconds since 1970 UTC; its reference, states and times are left. */
  readonly wiped?: number;
  readonly events: readonly CaseEvent[];
  /** What has reached whom, in milliseconds since 1970 UTC. */
  readonly delivery: {
    /** The card stands in the clerk's channel. */
    readonly posted?: number;
    /** A clerk opened it. */
    readonly opened?: number;
    /** The event that last reached the councillor, and when. */
    readonly told?: { readonly event: number; readonly at: number };
  };
};
