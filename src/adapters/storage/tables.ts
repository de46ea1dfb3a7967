import type { Outgoing } from '../../app/ports';
import type { GuidanceState } from '../../core/guidance/guidance';
import type { CaseReason, CaseState } from '../../core/model';

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
};

/** `superseded`: a card that was never sent because a newer one of the same case was waiting behind it. */
export type OutboxState = 'waiting' | 'sent' | 'parked' | 'superseded';

export type OutboxRow = {
  readonly id: string;
  readonly tenant: string;
  readonly case_id: string;
  readonly kind: Outgoing['kind'];
  readonly event: number;
  /** Grows with every message of a council: the order in which a case's messages go out. */
  readonly place: number;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly due: Millis;
  /** 0 when nobody holds the message. */
  readonly lease_until: Millis;
  readonly settled_at: Millis | null;
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

/** The tables as they stand after the newest migration. */
export type Tables = {
  readonly cases: CaseRow;
  readonly outbox: OutboxRow;
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
};
