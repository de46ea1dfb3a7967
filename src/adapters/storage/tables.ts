import type { OutgoingKind, Timer } from '../../app/outbox-ports';
import type { CaseDesk, CaseReason, CaseState } from '../../core/cases/case';
import type { GuidanceState } from '../../core/guidance/guidance';
import type { AccessAction } from '../../core/records/access-entry';
import type { Tallied } from '../../core/reports/tally';

/** JSON kept as text; which type it holds is said where it is read. */
type JsonText = string;
/** Milliseconds since 1970 UTC. */
type Millis = number;
/** A boolean: SQLite has none, so both engines keep 0 or 1. */
type Flag = 0 | 1;

export type CaseRow = {
  readonly id: string;
  readonly tenant: string;
  /** Counts the council's cases from 1; `reference` is this number as people say it, and text does not sort past C-9999. */
  readonly number: number;
  readonly reference: string;
  readonly request_id: string;
  readonly state: CaseState;
  /** Closed or withdrawn: a column of its own so that unfinished cases are found by an index. */
  readonly finished: Flag;
  readonly version: number;
  readonly reason: CaseReason;
  readonly councillor_id: string;
  readonly councillor_name: string;
  readonly councillor_address: string;
  readonly question: string;
  readonly draft: string | null;
  /** `readonly string[]` */
  readonly nearest: JsonText;
  readonly sounds_like: string | null;
  /** `readonly CaseEvent[]` */
  readonly events: JsonText;
  /** Where the case's card stands in the clerk's channel. */
  readonly post: string | null;
  readonly opened_at: Millis;
  readonly changed_at: Millis;
  readonly desk: CaseDesk;
  readonly nameless: Flag;
  /** `Case['about']` */
  readonly about: JsonText;
  readonly due: Millis | null;
  /** The id of the case with which this one is answered. */
  readonly joined: string | null;
  readonly held: Flag;
  readonly posted_at: Millis | null;
  readonly opened_by_clerk: Millis | null;
  readonly told_event: number | null;
  readonly told_at: Millis | null;
  readonly finished_at: Millis | null;
  readonly wiped_at: Millis | null;
};

/** `superseded`: never sent because it was no longer worth it, such as a card with a newer one of the same case behind it. */
export type OutboxState = 'waiting' | 'sent' | 'parked' | 'superseded';

export type OutboxRow = {
  readonly id: string;
  readonly tenant: string;
  readonly case_id: string | null;
  readonly kind: OutgoingKind;
  readonly event: number;
  readonly lane: string;
  readonly target: string;
  /** Grows with every message of a council: the order in which a lane's messages go out. */
  readonly place: number;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly due: Millis;
  /** 0 when nobody holds the message. */
  readonly lease_until: Millis;
  readonly settled_at: Millis | null;
};

export type TimerRow = {
  readonly tenant: string;
  /** Empty for a timer of the council. */
  readonly case_id: string;
  readonly kind: Timer['kind'];
  readonly due: Millis;
  readonly lease_until: Millis;
};

export type GuidanceRow = {
  readonly tenant: string;
  readonly id: string;
  /** Counts the council's saved answers from 1; `reference` is this number as people say it. */
  readonly number: number;
  readonly reference: string;
  readonly version: number;
  readonly state: GuidanceState;
  readonly question: string;
  /** `readonly string[]` */
  readonly ways: JsonText;
  readonly answer: string;
  readonly passage: string | null;
  /** A day such as "2027-11-24". */
  readonly review_on: string;
  readonly by_id: string;
  readonly by_name: string;
  readonly at: Millis;
  readonly case_id: string | null;
};

export type AccessRow = {
  readonly tenant: string;
  /** Grows with every entry of a council: the order in which they were made. */
  readonly number: number;
  readonly at: Millis;
  readonly person_id: string;
  readonly person_name: string;
  readonly action: AccessAction;
  readonly case_id: string | null;
  readonly reference: string | null;
  readonly why: string | null;
};

/** The tables as they stand after the newest migration. */
export type Tables = {
  readonly cases: CaseRow;
  readonly outbox: OutboxRow;
  readonly timers: TimerRow;
  /** Conversations that asked to slow down. */
  readonly pauses: { readonly tenant: string; readonly target: string; readonly until: Millis };
  /** When something was last sent to a conversation, by whichever instance; kept for the hour that Teams looks back. */
  readonly tries: { readonly tenant: string; readonly target: string; readonly at: Millis; readonly outgoing: string };
  readonly counters: { readonly tenant: string; readonly name: string; readonly value: number };
  readonly clerk_channels: {
    readonly tenant: string;
    readonly address: string;
    readonly conversation: string;
    readonly linked_by_id: string;
    readonly linked_by_name: string;
    /** `readonly string[]` */
    readonly clerk_ids: JsonText;
    readonly linked_at: Millis;
  };
  readonly link_codes: {
    readonly tenant: string;
    readonly hash: string;
    readonly expires: Millis;
    readonly wrong_tries: number;
  };
  readonly people: { readonly tenant: string; readonly person_id: string; readonly text_only: Flag };
  readonly seen: { readonly key: string; readonly at: Millis };
  readonly guidance: GuidanceRow;
  readonly guidance_versions: {
    readonly tenant: string;
    readonly id: string;
    readonly version: number;
    /** `Guidance` */
    readonly content: JsonText;
    readonly by_id: string;
    readonly at: Millis;
  };
  readonly tallies: Tallied & { readonly tenant: string };
  readonly access_log: AccessRow;
};
